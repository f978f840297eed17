package org.eyrie.server.rest;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records that controllers take and give, with all that these are made of, by the names they have in the description. */
final class SentTypes {

    private final Map<String, Class<?>> found = new LinkedHashMap<>();

    /** @param controllers whose methods' types are looked through */
    SentTypes(Collection<Class<?>> controllers) {
        for (Class<?> controller : controllers) {
            for (Method method : controller.getDeclaredMethods()) {
                visit(method.getGenericReturnType());
                for (Type parameter : method.getGenericParameterTypes()) {
                    visit(parameter);
                }
            }
        }
    }

    /** The record of that name; a page of something is called after both. Null where there is none. */
    @Nullable
    Class<?> ofName(String schema) {
        int of = schema.indexOf('_');
        return found.get(of < 0 ? schema : schema.substring(0, of));
    }

    private void visit(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            visit(parameterized.getRawType());
            for (Type argument : parameterized.getActualTypeArguments()) {
                visit(argument);
            }
        } else if (type instanceof Class<?> plain
                && (plain.isRecord() || plain.isEnum())
                && found.putIfAbsent(name(plain), plain) == null
                && plain.isRecord()) {
            for (RecordComponent component : plain.getRecordComponents()) {
                visit(component.getGenericType());
            }
        }
    }

    private static String name(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == null ? type.getSimpleName() : name(around) + "." + type.getSimpleName();
    }
}

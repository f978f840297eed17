package org.eyrie.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.BooleanSupplier;
import org.eyrie.model.StoreUnavailableException;

/** A port whose database can go down in the middle of things. */
final class Down {

    private Down() {}

    static <T> T unless(BooleanSupplier up, Class<T> port, T real) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    if (!up.getAsBoolean()) {
                        throw new StoreUnavailableException(
                                "The database does not answer. Check that it runs, then try again.", null);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }
}

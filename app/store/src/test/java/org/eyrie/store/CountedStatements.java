package org.eyrie.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionCallback;
import org.neo4j.driver.TransactionContext;

/** A driver that remembers what was run over it: how much is asked is a law, how long it takes is not. */
final class CountedStatements {

    private final List<String> run = new ArrayList<>();

    /** As the other driver, with every statement remembered. */
    Driver over(Driver driver) {
        return watched(Driver.class, driver);
    }

    /** The statements that some work runs, in their order. */
    List<String> textsDuring(Runnable work) {
        run.clear();
        work.run();
        return List.copyOf(run);
    }

    private <T> T watched(Class<T> type, T original) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object[] given = arguments == null ? new Object[0] : arguments.clone();
                    for (int place = 0; place < given.length; place++) {
                        if (given[place] instanceof TransactionCallback<?> work) {
                            TransactionCallback<?> counted = tx -> work.execute(watched(TransactionContext.class, tx));
                            given[place] = counted;
                        }
                    }
                    if (type == TransactionContext.class && method.getName().equals("run")) {
                        run.add(String.valueOf(given[0]));
                    }
                    Object answer = called(method, original, given);
                    return answer instanceof Session session ? watched(Session.class, session) : answer;
                }));
    }

    private static @Nullable Object called(Method method, @Nullable Object on, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}

package org.eyrie.embedded;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Runs a program in this JVM for as long as somebody holds the other end of standard input.
 *
 * <p>The main class of the child process. Standard input ends when the parent closes it and also when the parent is
 * killed, which no shutdown hook would notice; then this JVM exits, and the program's own shutdown hooks run. The
 * program is named, not known: this class needs nothing but the JDK.
 *
 * <p>Arguments: a lock file that is held until the end, the program's main class, the program's arguments.
 */
final class Leash {

    /** How long the program may take to stop, in milliseconds. It is cut off then: its store survives that. */
    private static final long PATIENCE = 30_000;

    /** The program had to be cut off. */
    private static final int CUT_OFF = 70;

    private Leash() {}

    @SuppressWarnings("resource") // the lock is given up by the end of the process, and only by that
    public static void main(String[] arguments) throws Throwable {
        leaveSignalsToTheParent();
        startDaemon("leash", Leash::awaitEndOfInput);
        FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .lock();
        try {
            Class.forName(arguments[1]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(arguments, 2, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // what is said does not matter, only that the line is open
            }
        } catch (IOException e) {
            // a broken line ends as a closed one does
        }
        startDaemon("leash-patience", () -> {
            try {
                Thread.sleep(PATIENCE);
            } catch (InterruptedException e) {
                // nobody interrupts this thread; if somebody does, patience is over
            }
            Runtime.getRuntime().halt(CUT_OFF);
        });
        System.exit(0);
    }

    private static void startDaemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Ctrl-C and a closed terminal reach every process of the group. The parent answers them, and it still needs its
     * database to finish what it is doing. By reflection, because javac warns of {@code sun.misc} whatever one says.
     */
    private static void leaveSignalsToTheParent() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ignore = handler.getField("SIG_IGN").get(null);
            for (String name : new String[] {"INT", "HUP"}) {
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), ignore);
            }
        } catch (ReflectiveOperationException e) {
            // a system without these signals needs no protection from them
        }
    }
}

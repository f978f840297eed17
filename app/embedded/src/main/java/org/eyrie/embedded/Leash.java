package org.eyrie.embedded;

import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.reflect.InvocationTargetException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program in this JVM for as long as somebody holds the other end of standard input.
 *
 * <p>The main class of the child process. Standard input ends when the parent closes it and also when the parent is
 * killed, which no shutdown hook would notice; then this JVM exits, and the program's own shutdown hooks run. The
 * program is named, not known: this class needs nothing but the JDK.
 *
 * <p>A program that may linger stays a while longer, for the next one that needs it. Whoever uses it then holds a shared
 * lock on a file, which the system frees however they die. It exits once nobody has for as long as it may, and as soon as
 * nobody does where a file asks for that.
 *
 * <p>Arguments: a lock file that is held until the end; how many seconds to linger, or 0; the file that users lock; the
 * file that asks for the end; the file that says where the program is to be found, deleted at the end; the file with an
 * {@link ArchiveOrder}, which is carried out when nobody has used the program for some seconds; the program's main class,
 * and its arguments.
 */
final class Leash {

    /** How long the program may take to stop, in milliseconds. It is cut off then: its store survives that. */
    private static final long PATIENCE = 30_000;

    /** Said on standard input, it forbids lingering. */
    static final int QUIT = 'q';

    private static final long LOOK = 200;

    /** In nanoseconds: who types one command after the other is not held up. */
    private static final long IDLE = TimeUnit.SECONDS.toNanos(10);

    private static final int OWN_ARGUMENTS = 7;

    /** The program had to be cut off. */
    private static final int CUT_OFF = 70;

    private Leash() {}

    @SuppressWarnings("resource") // the lock is given up by the end of the process, and only by that
    public static void main(String[] arguments) throws Throwable {
        leaveSignalsToTheParent();
        FileChannel channel =
                FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        startDaemon("leash", () -> {
            try {
                awaitEndOfInput(arguments);
            } finally {
                // A channel that nobody refers to is closed by the collector, and the lock is gone with it.
                Reference.reachabilityFence(channel);
            }
            System.exit(0);
        });
        channel.lock();
        try {
            Class.forName(arguments[OWN_ARGUMENTS - 1])
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) Arrays.copyOfRange(arguments, OWN_ARGUMENTS, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void awaitEndOfInput(String[] arguments) {
        boolean quit = false;
        try {
            for (int said = System.in.read(); said >= 0; said = System.in.read()) {
                quit = said == QUIT;
            }
        } catch (IOException e) {
            // a broken line ends as a closed one does
        }
        long linger = TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[1]));
        if (!quit && linger > 0) {
            linger(linger, Path.of(arguments[2]), Path.of(arguments[3]), Path.of(arguments[4]), Path.of(arguments[5]));
        }
        startDaemon("leash-patience", () -> {
            try {
                Thread.sleep(PATIENCE);
            } catch (InterruptedException e) {
                // nobody interrupts this thread; if somebody does, patience is over
            }
            Runtime.getRuntime().halt(CUT_OFF);
        });
    }

    private static void linger(long nanoseconds, Path users, Path stop, Path whereabouts, Path order) {
        long lastUse = System.nanoTime();
        boolean idled = false;
        try (FileChannel channel = FileChannel.open(users, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (System.nanoTime() - lastUse < nanoseconds) {
                if (isLocked(channel)) {
                    lastUse = System.nanoTime();
                } else if (Files.exists(stop)) {
                    break;
                } else if (!idled && System.nanoTime() - lastUse > IDLE) {
                    idled = true;
                    startDaemon("leash-spare-time", () -> useSpareTime(order));
                }
                Thread.sleep(LOOK);
            }
            Files.deleteIfExists(whereabouts);
        } catch (IOException | InterruptedException e) {
            // where nobody can be asked, nobody is waited for
        }
    }

    /** What is under way when this JVM exits ends with it. */
    private static void useSpareTime(Path order) {
        try {
            ArchiveOrder open = ArchiveOrder.read(order);
            if (open.isOpen()) {
                open.carryOut();
            }
        } catch (IOException | InterruptedException e) {
            // the next start is as slow as this one was
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try (FileLock lock = channel.tryLock()) {
            return lock == null;
        }
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

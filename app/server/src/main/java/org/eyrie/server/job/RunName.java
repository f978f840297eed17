package org.eyrie.server.job;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/**
 * What one run of a service is called by others over the same database, so that who comes after it on the same machine can
 * tell that it is gone: the machine, the process and when that began.
 */
public final class RunName {

    private static final int PARTS = 4;

    private RunName() {}

    /** A name for a run in this process that nobody else has. */
    public static String fresh() {
        return String.join(
                "|",
                host(),
                String.valueOf(ProcessHandle.current().pid()),
                String.valueOf(begun()),
                UUID.randomUUID().toString());
    }

    /** Whether that run is known to have ended: what ran on another machine may still. */
    public static boolean isGone(String name) {
        String[] parts = name.split("\\|", -1);
        if (parts.length < PARTS || !parts[0].equals(host())) {
            return false;
        }
        try {
            long process = Long.parseLong(parts[1]);
            boolean ours = process == ProcessHandle.current().pid();
            return ours
                    ? Long.parseLong(parts[2]) != begun()
                    : ProcessHandle.of(process).isEmpty();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    // In containers every service is process 1.
    private static long begun() {
        return ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}

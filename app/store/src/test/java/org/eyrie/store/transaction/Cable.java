package org.eyrie.store.transaction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A connection to the database that can be pulled, at once or after so many bytes went up it. */
final class Cable implements AutoCloseable {

    private final URI database;
    private final ServerSocket plug;
    private final List<Socket> open = new ArrayList<>();
    private long bytesLeft = Long.MAX_VALUE;

    Cable(String database) throws IOException {
        this.database = URI.create(database);
        this.plug = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    String address() {
        return "bolt://127.0.0.1:" + plug.getLocalPort();
    }

    /** From now on the cable breaks after so many bytes towards the database. */
    synchronized void breakAfter(long bytes) {
        bytesLeft = bytes;
    }

    synchronized void repair() {
        bytesLeft = Long.MAX_VALUE;
    }

    @Override
    public synchronized void close() throws IOException {
        plug.close();
        pull();
    }

    private synchronized void pull() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        open.clear();
    }

    private void accept() {
        while (!plug.isClosed()) {
            try {
                Socket near = plug.accept();
                Socket far = new Socket(database.getHost(), database.getPort());
                synchronized (this) {
                    open.add(near);
                    open.add(far);
                }
                daemon(() -> pump(near, far, true));
                daemon(() -> pump(far, near, false));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pump(Socket from, Socket to, boolean counted) {
        byte[] buffer = new byte[8192];
        try {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (counted && spent(read)) {
                    pull();
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
                to.getOutputStream().flush();
            }
            to.shutdownOutput();
        } catch (IOException closed) {
            pull();
        }
    }

    private synchronized boolean spent(int bytes) {
        bytesLeft -= bytes;
        return bytesLeft < 0;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }
}

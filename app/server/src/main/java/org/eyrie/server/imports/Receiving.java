package org.eyrie.server.imports;

import java.util.HashMap;
import java.util.Map;
import org.eyrie.model.TooManyStreamsException;

/**
 * What is being sent to the service at one time: so many streams, so many of one sender, and so many bytes of disk for all of
 * them. A stream that trickles in keeps a place here, not one of those in which facts are written.
 */
final class Receiving {

    private static final int MOST = 64;
    private static final int MOST_OF_ONE = 16;
    private static final long MOST_BYTES = 4L << 30;

    private final Map<String, Integer> senders = new HashMap<>();
    private int streams;
    private long bytes;

    /**
     * A place for a stream, until it is closed.
     *
     * @param sender equal for streams of one sender
     * @throws TooManyStreamsException if there is none
     */
    synchronized Place enter(String sender) {
        if (streams >= MOST || senders.getOrDefault(sender, 0) >= MOST_OF_ONE) {
            throw new TooManyStreamsException();
        }
        streams++;
        senders.merge(sender, 1, Integer::sum);
        return new Place(sender);
    }

    private synchronized void take(long more) {
        if (bytes + more > MOST_BYTES) {
            throw new TooManyStreamsException();
        }
        bytes += more;
    }

    private synchronized void leave(String sender, long taken) {
        streams--;
        bytes -= taken;
        senders.computeIfPresent(sender, (name, many) -> many == 1 ? null : many - 1);
    }

    /** Where one stream is received, and lies until it was read. */
    final class Place implements AutoCloseable {

        private final String sender;
        private long taken;
        private boolean closed;

        private Place(String sender) {
            this.sender = sender;
        }

        /** @throws TooManyStreamsException if there is no room on the disk for what others send besides */
        void take(long more) {
            Receiving.this.take(more);
            taken += more;
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                leave(sender, taken);
            }
        }
    }
}

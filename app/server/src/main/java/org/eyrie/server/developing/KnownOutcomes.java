package org.eyrie.server.developing;

import java.util.Arrays;

/** What is known of one program: which of the items it solved, and its score on the test items where that was asked for. */
final class KnownOutcomes {

    static final byte UNKNOWN = -1;

    /** 1 for solved, 0 for not, {@link #UNKNOWN}. */
    private final byte[] items;

    private double test = Double.NaN;
    private boolean fresh;

    KnownOutcomes(int count) {
        items = new byte[count];
        Arrays.fill(items, UNKNOWN);
    }

    synchronized byte item(int place) {
        return items[place];
    }

    synchronized void learn(int place, boolean solved) {
        items[place] = (byte) (solved ? 1 : 0);
        fresh = true;
    }

    /** NaN where nobody asked. */
    synchronized double test() {
        return test;
    }

    synchronized void test(double score) {
        test = score;
        fresh = true;
    }

    /** What a file has of it, with nothing new to write back. */
    synchronized void read(String text, double score) {
        for (int place = 0; place < items.length; place++) {
            char known = text.charAt(place);
            if (known != '.') {
                items[place] = (byte) (known - '0');
            }
        }
        test = Double.isNaN(score) ? test : score;
    }

    /** A character an item: 0, 1, or a point where nobody asked. */
    synchronized String text() {
        StringBuilder text = new StringBuilder(items.length);
        for (byte item : items) {
            text.append(item == UNKNOWN ? '.' : (char) ('0' + item));
        }
        return text.toString();
    }

    /** Whether something was learned since this was last asked. */
    synchronized boolean takeFresh() {
        boolean was = fresh;
        fresh = false;
        return was;
    }
}

package org.eyrie.lrmf.math;

/** Works on one ticket after the other. */
@FunctionalInterface
public interface TicketWorker {

    /** Does one ticket; false where that cannot be done, and then everyone stops. */
    boolean work(int ticket);
}

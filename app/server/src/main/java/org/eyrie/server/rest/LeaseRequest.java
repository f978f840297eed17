package org.eyrie.server.rest;

import org.jspecify.annotations.Nullable;

/**
 * A worker that wants work.
 *
 * @param worker what it is called, for whoever looks; 1 to 200 characters
 * @param count how many orders at most, 1 to 1,000; 1 where it is missing
 * @param seconds after which others may get what was not answered, 1 to 604,800; 900 where it is missing
 */
record LeaseRequest(
        @Nullable String worker,
        @Nullable Integer count,
        @Nullable Integer seconds) {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_ORDERS = 1_000;
    private static final int WEEK = 604_800;
    private static final int USUAL_SECONDS = 900;

    /** With every part filled in. */
    record Asked(String worker, int count, int seconds) {}

    /** @throws org.eyrie.model.InvalidInputException with every fault */
    Asked asked() {
        Inputs inputs = new Inputs();
        if (worker == null || worker.isBlank() || worker.length() > LONGEST_NAME) {
            inputs.fault("worker", "It must have 1 to " + LONGEST_NAME + " characters.");
        }
        int orders = inputs.number("count", text(count), 1, MOST_ORDERS, 1);
        int held = inputs.number("seconds", text(seconds), 1, WEEK, USUAL_SECONDS);
        inputs.check();
        return new Asked(Inputs.checked(worker), orders, held);
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }
}

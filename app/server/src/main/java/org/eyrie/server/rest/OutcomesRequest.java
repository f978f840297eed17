package org.eyrie.server.rest;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.server.searching.WorkerAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What became of orders.
 *
 * @param answers 1 to 1,000
 */
record OutcomesRequest(@Nullable List<AnswerRequest> answers) {

    private static final int MOST_ANSWERS = 1_000;
    private static final int LONGEST_FAILURE = 2_000;

    /**
     * What became of one order: items, or a failure.
     *
     * @param number of the order
     * @param items every item that was asked, and no other
     * @param failure why none was evaluated, for people, at most 2,000 characters; the merge is not tried again then, and
     *     nothing is paid
     */
    record AnswerRequest(
            @Nullable Integer number,
            @Nullable List<ItemAnswerRequest> items,
            @Nullable String failure) {}

    /**
     * An item that was asked.
     *
     * @param item its position in the search
     * @param solved whether the merge solved it
     */
    record ItemAnswerRequest(
            @Nullable Integer item, @Nullable Boolean solved) {}

    /** @throws org.eyrie.model.InvalidInputException with every fault */
    List<WorkerAnswer> read() {
        Inputs inputs = new Inputs();
        List<AnswerRequest> given = answers == null ? List.of() : answers;
        if (given.isEmpty() || given.size() > MOST_ANSWERS) {
            inputs.fault("answers", "There must be 1 to " + MOST_ANSWERS + ", not " + given.size() + ".");
        }
        List<WorkerAnswer> read = new ArrayList<>();
        for (int place = 0; place < Math.min(given.size(), MOST_ANSWERS); place++) {
            AnswerRequest answer = inputs.element("answers", given, place);
            if (answer != null) {
                read(inputs, "answers[" + place + "]", answer, read);
            }
        }
        inputs.check();
        return read;
    }

    private static void read(Inputs inputs, String where, AnswerRequest answer, List<WorkerAnswer> read) {
        if (answer.number() == null) {
            inputs.fault(where + ".number", "It is missing.");
            return;
        }
        String failure = answer.failure();
        if (failure != null && (failure.isBlank() || failure.length() > LONGEST_FAILURE)) {
            inputs.fault(where + ".failure", "It must have 1 to " + LONGEST_FAILURE + " characters.");
        }
        List<ItemAnswerRequest> items = answer.items();
        List<WorkerAnswer.SolvedItem> solved = new ArrayList<>();
        for (int place = 0; items != null && place < items.size(); place++) {
            ItemAnswerRequest item = inputs.element(where + ".items", items, place);
            if (item == null) {
                continue;
            }
            if (item.item() == null || item.solved() == null) {
                inputs.fault(where + ".items[" + place + "]", "It must have item and solved.");
                continue;
            }
            solved.add(new WorkerAnswer.SolvedItem(item.item(), item.solved()));
        }
        read.add(new WorkerAnswer(answer.number(), items == null ? null : solved, failure));
    }
}

package org.eyrie.server.searching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.GivenOrder;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.RunOrder;
import org.jspecify.annotations.Nullable;

/** Says whether answers are to what was asked: every item, no other, and none in two ways. */
final class AnswerCheck {

    /**
     * An answer that can be kept.
     *
     * @param run what was solved; null where it failed
     * @param failure why it failed; null where it did not
     */
    record Checked(
            GivenOrder given,
            @Nullable ItemRun run,
            @Nullable FailedRun failure) {}

    private static final int SHOWN = 5;

    private final DevelopmentId id;
    private final IntFunction<Optional<GivenOrder>> orders;
    private final List<Fault> faults = new ArrayList<>();

    /** @param orders what was asked, by number */
    AnswerCheck(DevelopmentId id, IntFunction<Optional<GivenOrder>> orders) {
        this.id = id;
        this.orders = orders;
    }

    /** @throws InvalidInputException with every fault of any */
    List<Checked> all(List<WorkerAnswer> answers) {
        List<Checked> checked = new ArrayList<>();
        for (int place = 0; place < answers.size(); place++) {
            Checked one = one("answers[" + place + "]", answers.get(place));
            if (one != null) {
                checked.add(one);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException("search " + id, faults);
        }
        return checked;
    }

    private @Nullable Checked one(String where, WorkerAnswer answer) {
        Optional<GivenOrder> given = orders.apply(answer.number());
        if (given.isEmpty()) {
            faults.add(new Fault(where + ".number", "there is no order " + answer.number()));
            return null;
        }
        RunOrder order = given.get().order();
        List<WorkerAnswer.SolvedItem> items = answer.items();
        String failure = answer.failure();
        if ((items == null) == (failure == null)) {
            faults.add(new Fault(where, "it must have items or a failure, and not both"));
            return null;
        }
        if (failure != null) {
            return new Checked(given.get(), null, new FailedRun(order.number(), order.program(), failure));
        }
        String outcomes = outcomes(where + ".items", order, items == null ? List.of() : items);
        return outcomes == null
                ? null
                : new Checked(given.get(), new ItemRun(order.number(), order.program(), order.items(), outcomes), null);
    }

    private @Nullable String outcomes(String where, RunOrder order, List<WorkerAnswer.SolvedItem> items) {
        int before = faults.size();
        Map<Integer, Boolean> solved = new TreeMap<>();
        TreeSet<Integer> twice = new TreeSet<>();
        for (WorkerAnswer.SolvedItem item : items) {
            Boolean known = solved.putIfAbsent(item.item(), item.solved());
            if (known != null && known != item.solved()) {
                twice.add(item.item());
            }
        }
        List<Integer> missing = new ArrayList<>(order.items());
        missing.removeAll(solved.keySet());
        List<Integer> more = new ArrayList<>(solved.keySet());
        more.removeAll(order.items());
        fault(where, "are answered in two ways", List.copyOf(twice));
        fault(where, "were not asked", more);
        fault(where, "have no answer; what cannot be evaluated is a failure of the order", missing);
        if (faults.size() > before) {
            return null;
        }
        return order.items().stream()
                .map(item -> Boolean.TRUE.equals(solved.get(item)) ? "1" : "0")
                .collect(Collectors.joining());
    }

    private void fault(String where, String what, List<Integer> items) {
        if (!items.isEmpty()) {
            String shown = items.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
            faults.add(new Fault(
                    where, items.size() + " " + what + ": " + shown + (items.size() > SHOWN ? " and others" : "")));
        }
    }
}

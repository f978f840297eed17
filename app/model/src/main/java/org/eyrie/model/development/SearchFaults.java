package org.eyrie.model.development;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.UnknownSearchException;
import org.jspecify.annotations.Nullable;

/** What every ledger of searches refuses, in the same words. */
public final class SearchFaults {

    private SearchFaults() {}

    /** There is no such search. */
    public static UnknownSearchException unknown(DevelopmentId id, List<DevelopmentId> known) {
        return new UnknownSearchException(
                id.value(), known.stream().map(DevelopmentId::value).toList());
    }

    /**
     * Refuses a plan for a search that has begun with another.
     *
     * @throws InvalidInputException saying in what they differ
     */
    public static void refuseOther(DevelopmentPlan begun, DevelopmentPlan plan) {
        List<Fault> faults = new ArrayList<>();
        compare(faults, "base", begun.base(), plan.base());
        compare(faults, "parents", begun.parents(), plan.parents());
        compare(faults, "benchmark", begun.benchmark(), plan.benchmark());
        if (!begun.settings().equals(plan.settings())) {
            compare(faults, "settings", inWords(begun.settings()), inWords(plan.settings()));
        }
        if (!begun.items().equals(plan.items())) {
            faults.add(new Fault(
                    "items",
                    "it began with " + begun.items().size() + " items, these are "
                            + plan.items().size() + " others or in another order; use the first ones or another name"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException("search " + begun.id() + " has begun with another plan", faults);
        }
    }

    /**
     * Refuses an answer to what was not asked.
     *
     * @param order the order of the run's number; null where there is none
     * @throws InvalidInputException if there is no such order, or it was about another candidate or other items
     */
    public static void refuseAnswer(DevelopmentId id, @Nullable RunOrder order, ItemRun run) {
        RunOrder asked = required(id, order, run.number(), run.program());
        if (!asked.items().equals(run.items())) {
            throw refused(
                    "search " + id,
                    "run " + run.number(),
                    "it answers other items than the " + asked.items().size() + " that its order names");
        }
    }

    /**
     * The same of a failure.
     *
     * @throws InvalidInputException if there is no such order, or it was about another candidate
     */
    public static void refuseAnswer(DevelopmentId id, @Nullable RunOrder order, FailedRun failure) {
        required(id, order, failure.number(), failure.program());
    }

    /** It was not settled that this program is judged. */
    public static InvalidInputException noFinalist(DevelopmentId id, String program) {
        return refused("search " + id, program, "it is none of the finalists, which were settled before the test");
    }

    /** Refuses to end a search without a leader. */
    public static void refuseTurn(SearchState state) {
        if (state == SearchState.FINISHED) {
            throw new IllegalArgumentException("A search is finished by its choice, not by being turned");
        }
    }

    private static RunOrder required(DevelopmentId id, @Nullable RunOrder order, int number, String program) {
        if (order == null) {
            throw refused("search " + id, "run " + number, "there is no order of that number");
        }
        if (!order.program().equals(program)) {
            throw refused(
                    "search " + id,
                    "run " + number,
                    "its order is about " + order.program() + ", not about " + program);
        }
        return order;
    }

    private static String inWords(SearchSettings settings) {
        double seconds = settings.budget().seconds();
        return "policy " + settings.policy() + ", proposer " + settings.proposer() + ", seed " + settings.seed() + ", "
                + settings.budget().items() + " items"
                + (Double.isInfinite(seconds) ? "" : ", " + seconds + " s");
    }

    private static void compare(List<Fault> faults, String part, Object begun, Object given) {
        if (!Objects.equals(begun, given)) {
            faults.add(
                    new Fault(part, "it began with " + begun + ", not " + given + "; use the first or another name"));
        }
    }

    private static InvalidInputException refused(String what, String where, String reason) {
        return new InvalidInputException(what, List.of(new Fault(where, reason)));
    }
}

package org.eyrie.program.mergekit;

import java.util.List;
import java.util.Map;
import org.eyrie.program.language.Operator;
import org.eyrie.program.language.Term;

/**
 * Task vectors of some parents, thinned in one of mergekit's ways or whole.
 *
 * @param parents which, from 1
 * @param way how they are thinned
 * @param rescale whether each is scaled back to the sum of its sizes
 * @param parameters what mergekit sets for each of these parents
 */
record SparseVectors(List<Integer> parents, Way way, boolean rescale, Map<String, DepthSetting> parameters) {

    /** Ways to thin, with mergekit's methods; empty where it has none. */
    enum Way {
        WHOLE("task_arithmetic", "ties"),
        LARGEST("", "ties"),
        RANDOM("dare_linear", "dare_ties"),
        BY_RANK("della_linear", "della"),
        BAND("breadcrumbs", "breadcrumbs_ties");

        private final String sum;
        private final String election;

        Way(String sum, String election) {
            this.sum = sum;
            this.election = election;
        }

        String method(boolean elects) throws NoCounterpart {
            String method = elects ? election : sum;
            if (method.isEmpty()) {
                throw new NoCounterpart("mergekit keeps the largest only where parents elect signs (ties)");
            }
            return method;
        }
    }

    static SparseVectors of(NumberReading reading, Term term, int parents) throws NoCounterpart {
        return switch (term.operator()) {
            case KEEP -> thinned(reading, term, parents, Way.LARGEST, Map.of("density", share(reading, term, 1)), 2);
            case DROP ->
                thinned(
                        reading,
                        term,
                        parents,
                        Way.RANDOM,
                        Map.of("density", DepthSetting.of(1).plus(share(reading, term, 1), -1)),
                        3);
            case DROP_SMALL ->
                thinned(
                        reading,
                        term,
                        parents,
                        Way.BY_RANK,
                        Map.of("density", share(reading, term, 1), "epsilon", share(reading, term, 2)),
                        4);
            case MIDDLE ->
                thinned(
                        reading,
                        term,
                        parents,
                        Way.BAND,
                        Map.of("density", share(reading, term, 1), "gamma", share(reading, term, 2)),
                        3);
            default -> new SparseVectors(vectors(reading, term, parents), Way.WHOLE, false, Map.of());
        };
    }

    private static SparseVectors thinned(
            NumberReading reading, Term term, int parents, Way way, Map<String, DepthSetting> parameters, int restore)
            throws NoCounterpart {
        String restored =
                term.inputs().size() > restore ? reading.input(term, restore).word() : "none";
        if (!restored.equals("none") && !restored.equals("l1")) {
            throw new NoCounterpart("mergekit restores the sum of sizes (restore=l1) or nothing, not " + restored);
        }
        return new SparseVectors(
                vectors(reading, reading.input(term, 0), parents), way, restored.equals("l1"), parameters);
    }

    private static DepthSetting share(NumberReading reading, Term term, int input) throws NoCounterpart {
        return reading.number(reading.input(term, input));
    }

    private static List<Integer> vectors(NumberReading reading, Term term, int parents) throws NoCounterpart {
        return term.operator() == Operator.TAU
                ? List.of((int) reading.input(term, 0).number())
                : reading.named(term, parents);
    }
}

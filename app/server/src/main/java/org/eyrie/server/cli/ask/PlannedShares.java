package org.eyrie.server.cli.ask;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eyrie.engine.ask.PlannedModel;

/** Shares of a plan as people write them: 0.6 and 0.4, 60 and 40, 3 and 1. */
final class PlannedShares {

    private PlannedShares() {}

    /** Shares above 1 are taken as proportions, where every parent has one; all others stay as they are. */
    static List<PlannedModel.Parent> asUsed(List<PlannedModel.Parent> parents) {
        if (!areProportions(parents)) {
            return parents;
        }
        double total = parents.stream().mapToDouble(PlannedShares::share).sum();
        return parents.stream()
                .map(parent -> new PlannedModel.Parent(parent.id(), share(parent) / total))
                .toList();
    }

    private static boolean areProportions(List<PlannedModel.Parent> parents) {
        return parents.size() > 1
                && parents.stream()
                        .allMatch(parent -> parent.weight() != null && parent.weight() >= 0 && parent.weight() < 1e9)
                && parents.stream().anyMatch(parent -> share(parent) > 1);
    }

    private static double share(PlannedModel.Parent parent) {
        return Objects.requireNonNull(parent.weight());
    }

    static String inWords(List<PlannedModel.Parent> parents) {
        return parents.stream()
                .map(parent -> parent.id() + " " + Math.round(1e3 * share(parent)) / 1e3)
                .collect(Collectors.joining(", "));
    }
}

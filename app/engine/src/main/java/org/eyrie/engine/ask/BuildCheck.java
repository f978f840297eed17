package org.eyrie.engine.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eyrie.model.Architecture;
import org.eyrie.model.Fault;
import org.eyrie.model.Model;
import org.eyrie.model.ModelName;
import org.eyrie.model.Relation;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a plan from being carried out: weights of another architecture or size cannot be averaged, nor those of a
 * mixture of experts with a dense model's. Judged by what is known; what nobody knows is no fault. Whether vocabularies
 * differ is not known of any model.
 */
final class BuildCheck {

    /** Sizes that differ by more are of two builds; sources round 3.2 billion to 3. */
    private static final double LEEWAY = 1.2;

    /** As mergekit calls a merge that stacks layers. */
    private static final String STACKING = "passthrough";

    private BuildCheck() {}

    /**
     * Faults, each with its cure; none where there is nothing to say against the plan.
     *
     * @param parents what is known of the parents, in the order of the plan
     */
    static List<Fault> of(PlannedModel planned, List<Model> parents) {
        List<Fault> faults = new ArrayList<>();
        boolean mixture = Boolean.TRUE.equals(planned.traits().moe());
        List<Model> merged = new ArrayList<>();
        for (int k = 0; k < parents.size(); k++) {
            Relation own = planned.parents().get(k).relation();
            if ((own == null ? planned.relation() : own) == Relation.MERGE) {
                merged.add(parents.get(k));
            }
        }
        differing(merged, BuildCheck::architecture)
                .ifPresent(found -> faults.add(new Fault(
                        "parents",
                        "Weights of different architectures cannot be merged: " + found
                                + ". Keep parents of one architecture.")));
        sizes(merged, faults);
        differing(merged, model -> experts(model.traits().moe()))
                .ifPresent(found -> faults.add(new Fault(
                        "parents",
                        "A mixture of experts cannot be merged with a dense model: " + found
                                + ". Keep parents of one kind.")));
        String architecture = Architecture.of(planned.traits().architecture());
        if (architecture != null && !mixture && keepsBuild(planned.relation())) {
            parents.stream()
                    .filter(parent -> architecture(parent) != null && !architecture.equals(architecture(parent)))
                    .findFirst()
                    .ifPresent(parent -> faults.add(new Fault(
                            "architecture",
                            "A " + planned.relation().code() + " keeps the architecture of what it is made from, and "
                                    + parent.id() + " is " + architecture(parent) + ", not " + architecture
                                    + ". Leave the architecture away, or correct it.")));
        }
        Double size = planned.traits().parametersBillions();
        if (size != null && !mixture && keepsSize(planned)) {
            parents.stream()
                    .filter(parent -> differ(size, size(parent)))
                    .findFirst()
                    .ifPresent(parent -> faults.add(new Fault(
                            "parametersBillions",
                            "A " + planned.relation().code() + " keeps the size of what it is made from, and "
                                    + parent.id() + " has " + size(parent) + " billion parameters, not " + size
                                    + ". Leave the size away, or correct it.")));
        }
        return faults;
    }

    /** Not so of layers that are stacked, which is what a merge may be where nobody says how. */
    private static boolean keepsSize(PlannedModel planned) {
        String method = planned.method();
        return planned.relation() == Relation.FINETUNE
                || planned.relation() == Relation.ADAPTER
                || planned.relation() == Relation.QUANTIZED
                || (planned.relation() == Relation.MERGE && method != null && !method.equals(STACKING));
    }

    /** Whether two sizes are of two builds; not where one is unknown. */
    private static boolean differ(double one, double other) {
        return Math.max(one, other) > LEEWAY * Math.min(one, other);
    }

    private static boolean keepsBuild(Relation relation) {
        return relation == Relation.MERGE
                || relation == Relation.FINETUNE
                || relation == Relation.ADAPTER
                || relation == Relation.QUANTIZED;
    }

    private static void sizes(List<Model> merged, List<Fault> faults) {
        Model least = null;
        Model most = null;
        for (Model model : merged) {
            double size = size(model);
            if (!Double.isNaN(size)) {
                least = least == null || size < size(least) ? model : least;
                most = most == null || size > size(most) ? model : most;
            }
        }
        if (least != null && most != null && differ(size(most), size(least))) {
            faults.add(new Fault(
                    "parents",
                    "Weights of different sizes cannot be merged: " + least.id() + " has " + size(least) + " billion"
                            + " parameters, " + most.id() + " " + size(most)
                            + ". Keep parents of one size."));
        }
    }

    private static double size(Model model) {
        return ModelName.of(model.id()).parametersBillions(model.traits());
    }

    private static @Nullable String architecture(Model model) {
        return Architecture.of(model.traits().architecture());
    }

    private static @Nullable String experts(@Nullable Boolean moe) {
        return moe == null ? null : moe ? "a mixture of experts" : "dense";
    }

    /** One model of each kind, where there is more than one. */
    private static Optional<String> differing(List<Model> models, Function<Model, @Nullable String> kind) {
        Map<String, Model> first = new TreeMap<>();
        for (Model model : models) {
            String known = kind.apply(model);
            if (known != null) {
                first.putIfAbsent(known, model);
            }
        }
        return first.size() < 2
                ? Optional.empty()
                : Optional.of(first.entrySet().stream()
                        .map(each -> each.getValue().id() + " is " + each.getKey())
                        .collect(Collectors.joining(", ")));
    }
}

package org.eyrie.engine.ask;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.eyrie.engine.fit.ParentShares;
import org.eyrie.model.Architecture;
import org.eyrie.model.Derivation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.ModelName;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;

/**
 * What a planned model will be like where its plan does not say: as its parents are.
 *
 * <p>Architecture, size and experts are the parents', because no way of making a model of others changes them but a few;
 * where parents differ they are those of the parent that weighs most. A merge is of the type {@value #MERGE}, and is
 * evaluated with a chat template or without as its parents were where these agree. A fine-tune is made to change type and
 * template, so of it neither is assumed. It is published today.
 */
final class TraitAssumptions {

    /** The type that leaderboards give merges. */
    static final String MERGE = "merge";

    /** Not an id that a registry gives: it has no author, and its name no words that would mean anything. */
    private static final ModelId UNNAMED = new ModelId("(planned)");

    /** Sizes that differ by less are one size: what is counted along with the weights differs between sources. */
    private static final double SAME_SIZE = 1.05;

    private final PlannedModel planned;
    private final List<Model> parents;
    private final int heaviest;
    private final List<PlannedTrait> traits = new ArrayList<>();

    private TraitAssumptions(PlannedModel planned, List<Model> parents, int heaviest) {
        this.planned = planned;
        this.parents = parents;
        this.heaviest = heaviest;
    }

    /**
     * The model that is planned.
     *
     * @param known what is known of its parents; of those that are missing nothing is
     * @param today when it would be published where the plan does not say
     */
    static PlannedChild child(PlannedModel planned, Map<ModelId, Model> known, LocalDate today) {
        return child(planned, UNNAMED, known, today);
    }

    /**
     * The same of one of several.
     *
     * @param number tells those without a name apart
     */
    static PlannedChild child(PlannedModel planned, int number, Map<ModelId, Model> known, LocalDate today) {
        return child(planned, new ModelId("(planned " + number + ")"), known, today);
    }

    private static PlannedChild child(
            PlannedModel planned, ModelId unnamed, Map<ModelId, Model> known, LocalDate today) {
        ModelId given = planned.id();
        ModelId id = given != null ? given : unnamed;
        List<Derivation> derivations = planned.parents().stream()
                .map(parent -> parent.of(id, planned.relation()))
                .toList();
        double[] shares = ParentShares.of(derivations);
        int heaviest = 0;
        for (int k = 1; k < shares.length; k++) {
            heaviest = shares[k] > shares[heaviest] ? k : heaviest; // the first where none is known
        }
        List<Model> parents = planned.parents().stream()
                .map(parent -> known.getOrDefault(parent.id(), Model.stub(parent.id())))
                .toList();
        TraitAssumptions assumptions = new TraitAssumptions(planned, parents, heaviest);
        Traits traits = assumptions.traits(today);
        return new PlannedChild(
                new Model(id, traits),
                derivations,
                assumptions.traits,
                BuildCheck.of(planned, parents),
                planned.method());
    }

    private Traits traits(LocalDate today) {
        ModelId id = planned.id();
        if (id != null) {
            traits.add(PlannedTrait.given("id", id));
        }
        Traits plan = planned.traits();
        boolean merge = planned.relation() == Relation.MERGE;
        String architecture = given("architecture", plan.architecture());
        Double size = given("parametersBillions", plan.parametersBillions());
        String type = given("type", plan.type());
        String precision = given("precision", plan.precision());
        Boolean chatTemplate = given("chatTemplate", plan.chatTemplate());
        Boolean moe = given("moe", plan.moe());
        LocalDate uploaded = given("uploaded", plan.uploaded());
        String license = given("license", plan.license());
        return new Traits(
                architecture != null
                        ? architecture
                        : inherited(
                                "architecture",
                                model -> Architecture.of(model.traits().architecture())),
                size != null ? size : inherited("parametersBillions", TraitAssumptions::size, TraitAssumptions::alike),
                (type != null || !merge) ? type : assumed("type", MERGE, "it is a merge"),
                precision,
                (chatTemplate != null || !merge)
                        ? chatTemplate
                        : shared("chatTemplate", model -> model.traits().chatTemplate(), Objects::equals),
                moe != null ? moe : inherited("moe", model -> model.traits().moe()),
                uploaded != null ? uploaded : assumed("uploaded", today, "today"),
                license);
    }

    private <T> @Nullable T given(String name, @Nullable T value) {
        if (value != null) {
            traits.add(PlannedTrait.given(name, value));
        }
        return value;
    }

    private <T> T assumed(String name, T value, String reason) {
        traits.add(PlannedTrait.assumed(name, value, reason));
        return value;
    }

    private <T> @Nullable T inherited(String name, Function<Model, @Nullable T> trait) {
        return inherited(name, trait, Objects::equals);
    }

    /** What the parents share, or else the one that weighs most has. */
    private <T> @Nullable T inherited(String name, Function<Model, @Nullable T> trait, BiPredicate<T, T> same) {
        T shared = shared(name, trait, same);
        if (shared != null) {
            return shared;
        }
        Model main = parents.get(heaviest);
        T value = trait.apply(main);
        return value == null ? null : assumed(name, value, "that of " + main.id() + ", for its parents differ");
    }

    /** What every parent has of which it is known; null where they differ or none is known. */
    private <T> @Nullable T shared(String name, Function<Model, @Nullable T> trait, BiPredicate<T, T> same) {
        T first = trait.apply(parents.get(heaviest));
        int known = 0;
        for (Model parent : parents) {
            T value = trait.apply(parent);
            if (value != null) {
                known++;
                first = first == null ? value : first;
                if (!same.test(first, value)) {
                    return null;
                }
            }
        }
        String reason = parents.size() == 1
                ? "that of its parent"
                : known == parents.size()
                        ? "its parents share it"
                        : "that of " + known + " of its " + parents.size() + " parents, the others' is unknown";
        return first == null ? null : assumed(name, first, reason);
    }

    private static boolean alike(double one, double other) {
        return Math.max(one, other) <= SAME_SIZE * Math.min(one, other);
    }

    private static @Nullable Double size(Model model) {
        double billions = ModelName.of(model.id()).parametersBillions(model.traits());
        return Double.isNaN(billions) ? null : billions;
    }
}

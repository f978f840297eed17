package org.eyrie.engine.ask;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.eyrie.engine.fit.Numbering;
import org.eyrie.engine.fit.ParentShares;
import org.eyrie.model.Architecture;
import org.eyrie.model.Derivation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.ModelName;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;

/**
 * What a planned model will be like where its plan does not say: as its parents are.
 *
 * <p>Architecture, size and experts are the parents', because no way of making a model of others changes them but a few;
 * where parents differ they are those of the parent that weighs most. A merge is of the type {@value #MERGE}, what was
 * trained on is {@value #FINE_TUNED}: where that is wrong it costs little, while a model of unknown type is taken for less
 * certain than it is. No chat template is assumed: of 318 merges whose parents agree 71 were evaluated the other way, and
 * held-out models are predicted better without it. It is published today.
 */
final class TraitAssumptions {

    /** The type that leaderboards give merges. */
    static final String MERGE = "merge";

    /** The type that leaderboards give most of what was trained on. */
    static final String FINE_TUNED = "fine-tuned";

    /** Not an id that a registry gives: it has no author, and its name no words that would mean anything. */
    private static final ModelId UNNAMED = new ModelId(Numbering.UNNAMED + "planned)");

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
        return child(planned, new ModelId(Numbering.UNNAMED + "planned " + number + ")"), known, today);
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
                size != null ? size : inherited("parametersBillions", TraitAssumptions::size, Traits::sameSize),
                type != null ? type : usualType(),
                precision,
                chatTemplate,
                moe != null ? moe : inherited("moe", model -> model.traits().moe()),
                uploaded != null ? uploaded : assumed("uploaded", today, "today"),
                license);
    }

    private @Nullable String usualType() {
        return switch (planned.relation()) {
            case MERGE -> assumed("type", MERGE, "it is a merge");
            case FINETUNE, ADAPTER -> assumed("type", FINE_TUNED, "it is trained on");
            default -> null;
        };
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

    private static @Nullable Double size(Model model) {
        double billions = ModelName.of(model.id()).parametersBillions(model.traits());
        return Double.isNaN(billions) ? null : billions;
    }
}

package org.eyrie.engine.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eyrie.engine.World;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlannedTraitsTest {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    private final Asking asking = Asking.of(
            World.ofOneFamily()
                    .model("acme/other-8b", llama(8.03, "chat", false))
                    .model("acme/tiny-1b", new Traits("GemmaForCausalLM", 1.0, "chat", null, true, null, null, null))
                    .model(
                            "acme/experts-47b",
                            new Traits("MixtralForCausalLM", 46.7, "chat", null, true, true, null, null))
                    .scored("acme/experts-47b", 0.5, 0.6)
                    .made("acme/other-8b", "acme/base-7b", Relation.FINETUNE)
                    .scored("acme/other-8b", 0.4, 0.45)
                    .scored("acme/tiny-1b", 0.1, 0.2)
                    .model(
                            "acme/dated-7b",
                            new Traits(
                                    "LlamaForCausalLM", 7.0, "chat", null, null, false, LocalDate.of(2024, 5, 6), null))
                    .made("acme/dated-7b", "acme/base-7b", Relation.FINETUNE)
                    .fitted()
                    .stores(),
            TODAY);

    private static Traits llama(double size, String type, boolean template) {
        return new Traits("LlamaForCausalLM", size, type, null, template, false, null, null);
    }

    private static PlannedModel of(Relation relation, String... parents) {
        return new PlannedModel(
                List.of(parents).stream()
                        .map(parent -> new PlannedModel.Parent(new ModelId(parent), null))
                        .toList(),
                relation);
    }

    private List<Plan> ask(PlannedModel planned) {
        return asking.whatIf().ask(planned, List.of());
    }

    private Map<String, String> traits(PlannedModel planned, boolean given) {
        return ask(planned).get(0).traits().stream()
                .filter(trait -> trait.given() == given)
                .collect(Collectors.toMap(PlannedTrait::name, PlannedTrait::value));
    }

    @Test
    void withTheTraitsAndParentsOfAModelItIsPredictedAsThatModelIs() {
        // Measured by nobody, the model says nothing of its double, whose name says the same.
        PlannedModel twin = of(Relation.MERGE, "acme/a-7b", "acme/b-7b")
                .with(new ModelId("acme/mix-7b-v2"), llama(7.0, "chat", true));
        List<Plan> planned = ask(twin);
        List<Forecast> known = asking.predictions().of(new ModelId("acme/mix-7b"), List.of(), false);

        assertThat(planned).hasSameSizeAs(known).isNotEmpty();
        for (int row = 0; row < planned.size(); row++) {
            Estimate expected = java.util.Objects.requireNonNull(known.get(row).predicted());
            Estimate actual = planned.get(row).predicted();
            assertThat(actual.mean()).isCloseTo(expected.mean(), within(1e-8));
            assertThat(actual.lower()).isCloseTo(expected.lower(), within(1e-8));
            assertThat(actual.upper()).isCloseTo(expected.upper(), within(1e-8));
        }
    }

    @Test
    void everyTraitThatIsGivenCounts() {
        PlannedModel plain = of(Relation.FINETUNE, "acme/a-7b");
        double assumed = mean(plain);
        for (PlannedModel other : List.of(
                plain.with(null, llama(1.0, "chat", true)),
                plain.with(null, new Traits("GemmaForCausalLM", null, "chat", null, null, null, null, null)),
                plain.with(null, new Traits(null, null, "chat", null, null, null, null, null)),
                plain.with(null, new Traits(null, null, null, null, true, null, null, null)),
                plain.with(new ModelId("acme/a-7b-new"), Traits.UNKNOWN))) {
            assertThat(mean(other)).as("%s", other).isNotCloseTo(assumed, within(1e-6));
        }
    }

    private double mean(PlannedModel planned) {
        return ask(planned).get(0).predicted().mean();
    }

    @Test
    void aMergeIsTakenToBeWhatItsParentsShare() {
        assertThat(traits(of(Relation.MERGE, "acme/a-7b", "acme/b-7b"), false))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "architecture", "LlamaForCausalLM",
                        "parametersBillions", "7.0",
                        "type", "merge",
                        "moe", "false",
                        "uploaded", "2026-01-02"));
    }

    @Test
    void whatParentsDifferInIsTheHeaviestsOrUnknown() {
        PlannedModel merge = new PlannedModel(
                List.of(
                        new PlannedModel.Parent(new ModelId("acme/a-7b"), 0.3),
                        new PlannedModel.Parent(new ModelId("acme/other-8b"), 0.7)),
                Relation.MERGE);
        assertThat(traits(merge, false))
                .containsEntry("parametersBillions", "8.03")
                .containsEntry("architecture", "LlamaForCausalLM");
        assertThat(reason(merge, "parametersBillions")).isEqualTo("that of acme/other-8b, for its parents differ");
    }

    private @Nullable String reason(PlannedModel planned, String name) {
        return ask(planned).get(0).traits().stream()
                .filter(trait -> trait.name().equals(name))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    @Test
    void aFineTuneMayBeEvaluatedWithATemplateOrWithout() {
        assertThat(traits(of(Relation.FINETUNE, "acme/a-7b"), false))
                .containsOnlyKeys("architecture", "parametersBillions", "type", "moe", "uploaded")
                .containsEntry("type", "fine-tuned");
    }

    @Test
    void whatIsGivenIsNotAssumed() {
        Traits all = new Traits(
                "GemmaForCausalLM", 2.0, "chat", "bfloat16", false, true, LocalDate.parse("2025-03-04"), "mit");
        PlannedModel planned = of(Relation.MERGE, "acme/a-7b", "acme/b-7b").with(new ModelId("acme/new"), all);
        assertThat(traits(planned, true))
                .containsOnlyKeys(
                        "id",
                        "architecture",
                        "parametersBillions",
                        "type",
                        "precision",
                        "chatTemplate",
                        "moe",
                        "uploaded",
                        "license");
        assertThat(traits(planned, false)).isEmpty();
    }

    @Test
    void aNameThatIsTakenIsRefusedWithWhatToDo() {
        PlannedModel taken = of(Relation.FINETUNE, "acme/a-7b").with(new ModelId("acme/b-7b"), Traits.UNKNOWN);
        assertThatThrownBy(() -> ask(taken))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("acme/b-7b")
                .hasMessageContaining("call the plan otherwise");
    }

    @Test
    void aMergeThatCannotBeIsWarnedOfAndRefusedWhereAskedFor() {
        PlannedModel impossible = of(Relation.MERGE, "acme/a-7b", "acme/tiny-1b", "acme/experts-47b");
        assertThat(ask(impossible).get(0).warnings())
                .anyMatch(warning -> warning.contains("different architectures")
                        && warning.contains("acme/a-7b is LlamaForCausalLM")
                        && warning.contains("acme/tiny-1b is GemmaForCausalLM"))
                .anyMatch(warning ->
                        warning.contains("different sizes") && warning.contains("1.0") && warning.contains("46.7"))
                .anyMatch(warning -> warning.contains("mixture of experts"));
        assertThatThrownBy(() -> asking.whatIf().ask(impossible, List.of(), true))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> assertThat(refused.faults())
                        .hasSize(3)
                        .allMatch(fault -> fault.where().equals("parents")
                                && fault.reason().contains("Keep parents")));
    }

    @Test
    void whatCanBeMadeIsNotRefused() {
        assertThat(asking.whatIf().ask(of(Relation.MERGE, "acme/a-7b", "acme/b-7b"), List.of(), true))
                .isNotEmpty();
        assertThat(asking.whatIf().ask(of(Relation.FINETUNE, "acme/tiny-1b"), List.of(), true))
                .isNotEmpty();
        // 8.03 and 7 billion: sources round, so this alone is no proof
        assertThat(asking.whatIf().ask(of(Relation.MERGE, "acme/a-7b", "acme/other-8b"), List.of(), true))
                .isNotEmpty();
    }

    @Test
    void aFineTuneOfAnotherArchitectureCannotBe() {
        PlannedModel odd = of(Relation.FINETUNE, "acme/a-7b")
                .with(null, new Traits("GemmaForCausalLM", null, null, null, null, null, null, null));
        assertThatThrownBy(() -> asking.whatIf().ask(odd, List.of(), true))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("acme/a-7b is LlamaForCausalLM, not GemmaForCausalLM");
    }

    @Test
    void aTypeThatNobodyKnowsIsSaidToSayNothing() {
        PlannedModel odd = of(Relation.FINETUNE, "acme/a-7b")
                .with(null, new Traits("OddForCausalLM", null, "oddly-tuned", null, null, null, null, null));
        assertThat(ask(odd).get(0).warnings())
                .anyMatch(warning -> warning.contains("oddly-tuned") && warning.contains("chat"))
                .anyMatch(warning -> warning.contains("OddForCausalLM"));
    }

    @Test
    void aFineTuneOfAnotherSizeCannotBeAndAMergeOnlyWhereLayersAreStacked() {
        Traits large = new Traits(null, 14.0, null, null, null, null, null, null);
        assertThatThrownBy(() ->
                        asking.whatIf().ask(of(Relation.FINETUNE, "acme/a-7b").with(null, large), List.of(), true))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("acme/a-7b has 7.0 billion parameters, not 14.0");
        PlannedModel merge = of(Relation.MERGE, "acme/a-7b", "acme/b-7b").with(null, large);
        assertThatThrownBy(() -> asking.whatIf().ask(merge.by("slerp"), List.of(), true))
                .hasMessageContaining("A merge keeps the size");
        assertThat(asking.whatIf().ask(merge.by("passthrough"), List.of(), true))
                .isNotEmpty();
        assertThat(asking.whatIf().ask(merge, List.of(), true)).isNotEmpty();
    }

    @Test
    void aPlanOlderThanItsParentIsWarnedOf() {
        PlannedModel early = of(Relation.FINETUNE, "acme/dated-7b")
                .with(null, new Traits(null, null, null, null, null, null, LocalDate.of(2020, 1, 1), null));
        assertThat(ask(early).get(0).warnings())
                .anyMatch(warning -> warning.contains("dated 2020-01-01, before acme/dated-7b (2024-05-06)"));
    }

    @Test
    void whatSaysNothingIsSaidToSayNothing() {
        PlannedModel merge = of(Relation.MERGE, "acme/a-7b", "acme/b-7b")
                .by("slurp")
                .with(null, new Traits(null, null, null, null, null, null, null, "mit"));
        assertThat(ask(merge).get(0).warnings())
                .anyMatch(warning -> warning.contains("No merge by slurp was known"))
                .anyMatch(warning -> warning.contains("Without an id the licence says nothing"));
    }
}

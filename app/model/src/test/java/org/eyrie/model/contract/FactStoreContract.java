package org.eyrie.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.model.contract.Samples.benchmark;
import static org.eyrie.model.contract.Samples.edge;
import static org.eyrie.model.contract.Samples.edges;
import static org.eyrie.model.contract.Samples.model;
import static org.eyrie.model.contract.Samples.models;
import static org.eyrie.model.contract.Samples.score;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Derivation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Facts;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Provenance;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.model.WriteSummary;
import org.eyrie.model.WriteSummary.Counts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, what is counted, what is kept. Cycles and evaluations have suites of their own. */
public abstract class FactStoreContract extends PortsContract {

    private static final Traits LLAMA =
            new Traits("LlamaForCausalLM", 8.03, "chat", "bfloat16", true, false, LocalDate.of(2024, 4, 17), "llama3");

    private static final Facts FAMILY = new Facts(
            List.of(new Model(model("meta/base"), LLAMA)),
            edges("a/child>meta/base"),
            List.of(new Benchmark(benchmark("GSM8K"), 1319, EvaluationSetup.UNKNOWN)),
            List.of(score("a/child", "GSM8K", .5), score("meta/base", "MATH", .25)));

    @Test
    void everyFactIsCountedOnceAndStubsAreCountedToo() {
        assertThat(facts.write(FAMILY))
                .isEqualTo(new WriteSummary(
                        new Counts(2, 0, 0), new Counts(1, 0, 0), new Counts(2, 0, 0), new Counts(2, 0, 0)));
    }

    @Test
    void writingAgainChangesNothing() {
        facts.write(FAMILY);
        long version = facts.version();
        assertThat(facts.write(FAMILY))
                .isEqualTo(new WriteSummary(
                        new Counts(0, 1, 0), new Counts(0, 1, 0), new Counts(0, 1, 0), new Counts(0, 2, 0)));
        assertThat(facts.version()).isEqualTo(version);
    }

    @Test
    void theVersionGrowsWithEveryWriteThatDidSomethingAndOnlyThen() {
        long empty = facts.version();
        facts.write(Facts.models(List.of()));
        assertThat(facts.version()).isEqualTo(empty);
        facts.write(Facts.models(List.of(Model.stub(model("a")))));
        long created = facts.version();
        assertThat(created).isGreaterThan(empty);
        facts.write(Facts.evaluations(List.of(score("a", "b", .5))));
        long scored = facts.version();
        assertThat(scored).isGreaterThan(created);
        facts.write(Facts.evaluations(List.of(score("a", "b", .5))));
        assertThat(facts.version()).isEqualTo(scored);
        facts.write(Facts.evaluations(List.of(score("a", "b", .6))));
        assertThat(facts.version()).isGreaterThan(scored);
    }

    @Test
    void everyTraitComesBackAsItWasWritten() {
        Model written = new Model(model("meta/base"), LLAMA);
        facts.write(Facts.models(List.of(written)));
        assertThat(lineage.find(model("meta/base"))).contains(written);
    }

    @Test
    void aRevisionIsKeptUntilANewerOneComes() {
        facts.write(Facts.models(List.of(new Model(model("m"), LLAMA, "ab12"))));
        facts.write(Facts.models(List.of(new Model(model("m"), LLAMA))));
        assertThat(lineage.find(model("m"))).contains(new Model(model("m"), LLAMA, "ab12"));
        assertThat(facts.write(Facts.models(List.of(new Model(model("m"), LLAMA, "cd34"))))
                        .models())
                .isEqualTo(new Counts(0, 0, 1));
        assertThat(lineage.find(model("m"))).contains(new Model(model("m"), LLAMA, "cd34"));
    }

    @Test
    void whereFactsComeFromMakesThemNoDifferentFacts() {
        facts.write(FAMILY.from(new Provenance("first.csv", Instant.EPOCH)));
        long version = facts.version();
        facts.write(FAMILY.from(new Provenance("second.csv", Instant.EPOCH.plusSeconds(1))));
        assertThat(facts.version()).isEqualTo(version);
    }

    @Test
    void whatIsNullDoesNotEraseWhatIsKnown() {
        facts.write(Facts.models(List.of(new Model(model("m"), LLAMA))));
        Traits newer = new Traits(null, 8.1, null, null, null, null, null, "other");
        WriteSummary summary = facts.write(Facts.models(List.of(new Model(model("m"), newer))));
        assertThat(summary.models()).isEqualTo(new Counts(0, 0, 1));
        assertThat(lineage.find(model("m"))).contains(new Model(model("m"), newer.orElse(LLAMA)));
        assertThat(facts.write(Facts.models(List.of(Model.stub(model("m"))))).models())
                .isEqualTo(new Counts(0, 1, 0));
    }

    @Test
    void anEdgeWithAnotherWeightReplacesTheFirst() {
        facts.write(Facts.derivations(List.of(merge(.3, "card"))));
        assertThat(facts.write(Facts.derivations(List.of(merge(.7, null)))).derivations())
                .isEqualTo(new Counts(0, 0, 1));
        assertThat(lineage.ancestry(model("c"), 1)).containsExactly(merge(.7, "card"));
    }

    @Test
    void anUnknownRelationDoesNotEraseAKnownOne() {
        facts.write(Facts.derivations(List.of(edge("c", "p", Relation.QUANTIZED))));
        facts.write(Facts.derivations(List.of(edge("c", "p", Relation.UNKNOWN))));
        assertThat(lineage.ancestry(model("c"), 1)).containsExactly(edge("c", "p", Relation.QUANTIZED));
        facts.write(Facts.derivations(List.of(edge("d", "p", Relation.UNKNOWN))));
        assertThat(lineage.ancestry(model("d"), 1)).containsExactly(edge("d", "p", Relation.UNKNOWN));
    }

    @Test
    void factsThatStandTwiceInOneCallCountOnceAndTheLastWins() {
        WriteSummary summary = facts.write(new Facts(
                List.of(Model.stub(model("c")), new Model(model("c"), LLAMA), Model.stub(model("c"))),
                List.of(merge(.3, "card"), merge(.7, null)),
                List.of(),
                List.of(score("c", "b", .1), score("c", "b", .2))));
        assertThat(summary)
                .isEqualTo(new WriteSummary(
                        new Counts(2, 0, 0), new Counts(1, 0, 0), new Counts(1, 0, 0), new Counts(1, 0, 0)));
        assertThat(lineage.find(model("c"))).contains(new Model(model("c"), LLAMA));
        assertThat(lineage.ancestry(model("c"), 1)).containsExactly(merge(.7, "card"));
        assertThat(scores.all()).containsExactly(score("c", "b", .2));
    }

    @Test
    void aSetupIsCompletedButNeverContradicted() {
        facts.write(Facts.benchmarks(List.of(gsm8k(null, 5))));
        facts.write(Facts.benchmarks(List.of(gsm8k("exact_match", null))));
        assertThat(scores.benchmarks()).containsExactly(gsm8k("exact_match", 5));
        Facts contradiction =
                new Facts(List.of(Model.stub(model("new"))), List.of(), List.of(gsm8k(null, 8)), List.of());
        assertThatThrownBy(() -> facts.write(contradiction))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("gsm8k")
                .hasMessageContaining("id of its own");
        assertThat(scores.benchmarks()).containsExactly(gsm8k("exact_match", 5));
        assertThat(lineage.find(model("new"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's \"quoted\"", "back\\slash", "${injected} {x: 1}", "a/b/c", "Ünïcödé", "🦅/🐣", "%2F"})
    void anyIdSurvives(String odd) {
        facts.write(Facts.derivations(edges(odd + ">parent")));
        facts.write(Facts.evaluations(List.of(score(odd, odd, 1))));
        assertThat(lineage.ancestry(model(odd), 1)).isEqualTo(edges(odd + ">parent"));
        assertThat(scores.of(models(odd))).containsExactly(score(odd, odd, 1));
    }

    @Test
    void theLongestIdSurvives() {
        ModelId longest = model("🦅".repeat(ModelId.MAX_LENGTH / 2));
        facts.write(Facts.models(List.of(Model.stub(longest))));
        assertThat(lineage.find(longest)).contains(Model.stub(longest));
    }

    private static Derivation merge(double weight, @Nullable String evidence) {
        return new Derivation(model("c"), model("p"), Relation.MERGE, weight, evidence);
    }

    private static Benchmark gsm8k(@Nullable String metric, @Nullable Integer nShot) {
        return new Benchmark(
                benchmark("gsm8k"),
                null,
                new EvaluationSetup("gsm8k", metric, null, "lm-evaluation-harness", "3", nShot, false));
    }
}

package org.eyrie.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.eyrie.model.contract.Samples.benchmark;
import static org.eyrie.model.contract.Samples.edge;
import static org.eyrie.model.contract.Samples.model;
import static org.eyrie.model.contract.Samples.models;
import static org.eyrie.model.contract.Samples.score;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Facts;
import org.eyrie.model.Forgotten;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.Model;
import org.eyrie.model.Outcomes;
import org.eyrie.model.PastImport;
import org.eyrie.model.Provenance;
import org.eyrie.model.Recipe;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.model.UnknownImportException;
import org.eyrie.model.UnknownModelException;
import org.eyrie.model.WriteSummary.Counts;
import org.junit.jupiter.api.Test;

/** What every history does. */
public abstract class HistoryContract extends PortsContract {

    private static final Instant NOON = Instant.parse("2025-05-05T12:00:00Z");

    private long write(String source, Facts... batches) {
        UUID run = UUID.randomUUID();
        for (Facts batch : batches) {
            facts.write(batch.from(new Provenance(source, NOON, run)));
        }
        return facts.end(run, NOON.plusSeconds(5), List.of("a note")).orElse(-1L);
    }

    private static Derivation weighed(String child, String parent, double weight) {
        return new Derivation(model(child), model(parent), Relation.MERGE, weight, null);
    }

    private static Facts named(String id, String architecture) {
        return Facts.models(
                List.of(new Model(model(id), new Traits(architecture, null, null, null, null, null, null, null))));
    }

    private static Facts measured(String model, double score) {
        return Facts.evaluations(List.of(score(model, "QA", score)));
    }

    @Test
    void importsAreNumberedAndSayWhatTheyWrote() {
        long first = write("first.csv", measured("a/x", .5), measured("a/y", .6));
        long second = write("second.csv", measured("a/x", .7));
        assertThat(List.of(first, second)).containsExactly(1L, 2L);
        assertThat(history.imports(Long.MAX_VALUE, 10))
                .extracting(PastImport::number)
                .containsExactly(2L, 1L);
        assertThat(history.imports(2, 10)).extracting(PastImport::number).containsExactly(1L);
        assertThat(history.imports(Long.MAX_VALUE, 1))
                .extracting(PastImport::number)
                .containsExactly(2L);
        PastImport known = history.find(1).orElseThrow();
        assertThat(known.source()).isEqualTo("first.csv");
        assertThat(known.state()).isEqualTo(PastImport.State.FINISHED);
        assertThat(known.startedAt()).isEqualTo(NOON);
        assertThat(known.finishedAt()).isEqualTo(NOON.plusSeconds(5));
        assertThat(known.written().evaluations()).isEqualTo(new Counts(2, 0, 0));
        assertThat(known.written().models()).isEqualTo(new Counts(2, 0, 0));
        assertThat(known.notes()).containsExactly("a note");
        assertThat(history.find(2).orElseThrow().written().evaluations()).isEqualTo(new Counts(0, 0, 1));
        assertThat(history.sources()).contains("first.csv", "second.csv");
    }

    @Test
    void anImportThatFindsEverythingAsItIsHasNoNumber() {
        write("first.csv", measured("a/x", .5));
        long version = facts.version();
        assertThat(write("again.csv", measured("a/x", .5))).isEqualTo(-1);
        assertThat(history.imports(Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(facts.version()).isEqualTo(version);
    }

    @Test
    void anImportThatDidNotEndIsTakenBackAllTheSame() {
        facts.write(measured("a/x", .5).from(new Provenance("broken.csv", NOON, UUID.randomUUID())));
        assertThat(history.find(1).orElseThrow().state()).isEqualTo(PastImport.State.RUNNING);
        assertThat(history.find(1).orElseThrow().finishedAt()).isNull();
        history.undo(1, false);
        assertThat(lineage.everything().models()).isEmpty();
    }

    @Test
    void whatAnImportCreatedGoes() {
        write("first.csv", measured("a/x", .5));
        long second = write(
                "second.csv",
                new Facts(
                        List.of(new Model(model("a/y"), Traits.UNKNOWN, "ab12")),
                        List.of(weighed("a/y", "a/x", .5), edge("a/y", "a/z")),
                        List.of(new Benchmark(benchmark("Math"), 10, EvaluationSetup.UNKNOWN)),
                        List.of(score("a/y", "Math", .5), score("a/y", "QA", .4)),
                        List.of(new Recipe(model("a/y"), "slerp", "merge_method: slerp", "t", null)),
                        null));
        long version = facts.version();
        Forgotten tried = history.undo(second, true);
        assertThat(facts.version()).isEqualTo(version);
        assertThat(history.find(second).orElseThrow().state()).isEqualTo(PastImport.State.FINISHED);
        Forgotten done = history.undo(second, false);
        assertThat(done.removed()).isEqualTo(new Forgotten.Counts(2, 2, 1, 2, 1));
        assertThat(tried).isEqualTo(done.withDryRun(true));
        assertThat(lineage.everything().models()).extracting(Model::id).containsExactlyElementsOf(models("a/x"));
        assertThat(lineage.everything().derivations()).isEmpty();
        assertThat(scores.all()).containsExactly(score("a/x", "QA", .5));
        assertThat(scores.benchmarks()).extracting(Benchmark::id).containsExactly(benchmark("QA"));
        assertThat(recipes.recipe(model("a/y"))).isEmpty();
        assertThat(facts.version()).isGreaterThan(version);
        assertThat(history.find(second).orElseThrow().state()).isEqualTo(PastImport.State.UNDONE);
    }

    @Test
    void whatAnImportChangedIsAgainWhatItWas() {
        write(
                "first.csv",
                measured("a/x", .5),
                named("a/x", "Llama"),
                Facts.derivations(List.of(weighed("a/x", "a/b", .4))));
        long second = write(
                "second.csv",
                measured("a/x", .6),
                named("a/x", "Mistral"),
                Facts.derivations(List.of(weighed("a/x", "a/b", .6))),
                measured("a/x", .7));
        Forgotten done = history.undo(second, false);
        assertThat(done.restored()).isEqualTo(new Forgotten.Counts(1, 1, 0, 1, 0));
        assertThat(done.removed().all()).isZero();
        assertThat(scores.all()).containsExactly(score("a/x", "QA", .5));
        assertThat(lineage.everything().derivations()).containsExactly(weighed("a/x", "a/b", .4));
        assertThat(lineage.find(model("a/x")).orElseThrow().traits().architecture())
                .isEqualTo("Llama");
        assertThat(scores.recorded(model("a/x"), benchmark("QA")).orElseThrow().source())
                .isEqualTo("first.csv");
    }

    @Test
    void whatALaterImportChangedSinceStaysAndIsTold() {
        write("first.csv", measured("a/x", .5));
        long second = write("second.csv", measured("a/x", .6), measured("a/y", .1));
        long third = write("third.csv", measured("a/x", .7));
        Forgotten done = history.undo(second, false);
        assertThat(done.kept()).isEqualTo(1);
        assertThat(done.listed()).hasSize(1).first().asString().contains("a/x");
        assertThat(scores.all()).containsExactly(score("a/x", "QA", .7));
        history.undo(third, false);
        assertThat(scores.all()).containsExactly(score("a/x", "QA", .5));
    }

    @Test
    void ofSeveralPropertiesThoseStayThatALaterImportNamed() {
        long first = write(
                "first.csv",
                Facts.derivations(List.of(weighed("a/x", "a/b", .4))),
                Facts.models(List.of(
                        new Model(model("a/x"), new Traits("Llama", 7.0, null, null, null, null, null, null)))));
        long second = write(
                "second.csv",
                Facts.derivations(List.of(new Derivation(model("a/x"), model("a/b"), Relation.UNKNOWN, null, "card"))),
                named("a/x", "Mistral"));
        history.undo(first, false);
        assertThat(lineage.everything().derivations())
                .containsExactly(new Derivation(model("a/x"), model("a/b"), Relation.UNKNOWN, null, "card"));
        assertThat(lineage.find(model("a/x")).orElseThrow().traits())
                .isEqualTo(new Traits("Mistral", null, null, null, null, null, null, null));
        history.undo(second, false);
        assertThat(lineage.everything().models()).isEmpty();
    }

    @Test
    void aModelOfWhichSomethingElseSpeaksStaysAsAStub() {
        long first = write("first.csv", named("a/x", "Llama"), measured("a/x", .5));
        long second = write("second.csv", Facts.derivations(List.of(edge("a/child", "a/x"))));
        Forgotten done = history.undo(first, false);
        assertThat(done.stubs()).isEqualTo(1);
        assertThat(lineage.find(model("a/x"))).contains(Model.stub(model("a/x")));
        assertThat(scores.all()).isEmpty();
        history.undo(second, false);
        assertThat(lineage.everything().models()).isEmpty();
    }

    @Test
    void outcomesAndItemsGoWithTheImportThatBroughtThem() {
        write("first.csv", Facts.evaluations(List.of(withItems("a/x", "10", "i1", "i2"))));
        long second = write("second.csv", Facts.evaluations(List.of(withItems("a/y", "110", "i2", "i3", "i4"))));
        assertThat(scores.itemNames(benchmark("QA"))).hasSize(4);
        history.undo(second, false);
        assertThat(scores.itemNames(benchmark("QA"))).containsExactly("i1", "i2");
        assertThat(scores.outcomes(benchmark("QA"))).hasSize(1);
    }

    private static Evaluation withItems(String model, String outcomes, String... names) {
        double share = outcomes.chars().filter(each -> each == '1').count() / (double) outcomes.length();
        return new Evaluation(
                model(model),
                benchmark("QA"),
                share,
                outcomes.length(),
                null,
                new Outcomes(outcomes, List.of(names)),
                null,
                null);
    }

    @Test
    void whatIsTakenBackTwiceOrDoesNotExistIsRefused() {
        write("first.csv", measured("a/x", .5));
        history.undo(1, false);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> history.undo(1, false))
                .withMessageContaining("taken back already");
        assertThatExceptionOfType(UnknownImportException.class).isThrownBy(() -> history.undo(7, true));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> history.forget("gone.csv", false))
                .withMessageContaining("gone.csv");
        assertThatExceptionOfType(UnknownModelException.class).isThrownBy(() -> history.forget(model("no/one"), true));
    }

    @Test
    void anImportThatIsTakenBackWhileItWritesWritesNoMore() {
        UUID run = UUID.randomUUID();
        facts.write(measured("a/x", .5).from(new Provenance("slow.csv", NOON, run)));
        history.undo(1, false);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> facts.write(measured("a/y", .5).from(new Provenance("slow.csv", NOON, run))));
        assertThat(lineage.everything().models()).isEmpty();
    }

    @Test
    void aSourceIsForgottenWithAllItsImportsAndWhatWasWrittenBeforeImportsHadNumbers() {
        facts.write(measured("a/old", .3).from(new Provenance("bad.csv", NOON)));
        write("good.csv", measured("a/x", .5), measured("a/old", .4));
        write("bad.csv", measured("a/x", .6), measured("a/y", .1));
        write("bad.csv", measured("a/x", .8));
        Forgotten tried = history.forget("bad.csv", true);
        assertThat(scores.all()).hasSize(3);
        assertThat(history.forget("bad.csv", false)).isEqualTo(tried.withDryRun(false));
        assertThat(scores.all()).containsExactly(score("a/old", "QA", .4), score("a/x", "QA", .5));
        assertThat(history.sources()).containsExactly("good.csv");
    }

    @Test
    void aForgottenModelStaysAsAStubWhereItIsAParent() {
        write(
                "first.csv",
                named("a/x", "Llama"),
                measured("a/x", .5),
                measured("a/y", .6),
                Facts.derivations(List.of(edge("a/child", "a/x"), edge("a/x", "a/base"), edge("a/y", "a/base"))),
                Facts.derivations(List.of(edge("a/x", "a/only"))));
        Forgotten tried = history.forget(model("a/x"), true);
        Forgotten done = history.forget(model("a/x"), false);
        assertThat(tried).isEqualTo(done.withDryRun(true));
        assertThat(done.removed()).isEqualTo(new Forgotten.Counts(1, 2, 0, 1, 0));
        assertThat(done.stubs()).isEqualTo(1);
        assertThat(lineage.find(model("a/x"))).contains(Model.stub(model("a/x")));
        assertThat(lineage.find(model("a/only"))).isEmpty();
        assertThat(lineage.find(model("a/base"))).isPresent();
        assertThat(scores.all()).containsExactly(score("a/y", "QA", .6));
        history.forget(model("a/child"), false);
        assertThat(lineage.find(model("a/x"))).isEmpty();
    }

    @Test
    void aScoreThatGivesWayToOneOfAnotherOriginIsTold() {
        write("first.csv", measured("a/x", .5));
        Provenance other = new Provenance("second.csv", NOON.plusSeconds(60), UUID.randomUUID());
        assertThat(facts.write(measured("a/x", .6).from(other)).replaced())
                .hasSize(1)
                .first()
                .satisfies(replaced -> {
                    assertThat(replaced.before().score()).isEqualTo(.5);
                    assertThat(replaced.before().recordedFrom()).isEqualTo("first.csv");
                    assertThat(replaced.now().score()).isEqualTo(.6);
                    assertThat(replaced.sentence()).contains("a/x", "QA", "0.5", "first.csv", "0.6", "second.csv");
                });
        assertThat(facts.write(measured("a/x", .6).from(other)).replaced()).isEmpty();
        assertThat(facts.write(measured("a/x", .7).from(other)).replaced()).isEmpty();
    }
}

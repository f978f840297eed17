package org.eyrie.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final BenchmarkId COMMON = new BenchmarkId("common");
    private static final BenchmarkId RARE = new BenchmarkId("rare");

    private final List<Model> models = new ArrayList<>();
    private final List<Derivation> derivations = new ArrayList<>();
    private final List<Evaluation> evaluations = new ArrayList<>();

    private Model model(String id, String architecture) {
        Model model = new Model(new ModelId(id), new Traits(architecture, 7.0, null, null, null, null, null, null));
        models.add(model);
        return model;
    }

    private void measure(Model model, BenchmarkId... benchmarks) {
        for (BenchmarkId benchmark : benchmarks) {
            evaluations.add(new Evaluation(model.id(), benchmark, 0.5, 100, null, null, "test", null));
        }
    }

    private void child(Model child, Model parent) {
        derivations.add(new Derivation(child.id(), parent.id(), Relation.FINETUNE, null, null));
    }

    private Evidence evidence(Model model, BenchmarkId benchmark, boolean leaveOut) {
        Neighbourhood graph = new Neighbourhood(models, derivations, false);
        MeasuredLineage surroundings = new MeasuredLineage(graph, evaluations);
        return surroundings.evidence(model, benchmark, leaveOut, surroundings.spread());
    }

    @Test
    void manyModelsOfOneFamilySayNothingOfAStranger() {
        Model founder = model("a/founder", "llama");
        for (int i = 0; i < 20; i++) {
            Model tuned = model("a/tuned" + i, "llama");
            child(tuned, founder);
            measure(tuned, COMMON, RARE);
        }
        Model stranger = model("b/stranger", "llama");
        measure(stranger, COMMON);
        assertThat(evidence(stranger, RARE, false).none()).isTrue();
        assertThat(evidence(founder, RARE, false).none()).isFalse();
    }

    @Test
    void threeFamiliesOfItsArchitectureSaySomething() {
        for (int i = 0; i < 3; i++) {
            measure(model("a/founder" + i, "llama"), RARE);
        }
        assertThat(evidence(model("b/same", "llama"), RARE, false).none()).isFalse();
        assertThat(evidence(model("b/other", "gemma"), RARE, false).none()).isTrue();
    }

    @Test
    void eightFamiliesMeasuredOnBothLinkTwoBenchmarks() {
        Model stranger = model("b/stranger", "llama");
        measure(stranger, COMMON);
        for (int i = 0; i < 8; i++) {
            assertThat(evidence(stranger, RARE, false).none()).isTrue();
            measure(model("a/founder" + i, "gemma"), COMMON, RARE);
        }
        assertThat(evidence(stranger, RARE, false).none()).isFalse();
        assertThat(evidence(stranger, RARE, false).carriedOver()).isTrue();
    }

    @Test
    void aMeasurementThatIsLeftOutIsNoEvidence() {
        Model alone = model("a/alone", "llama");
        measure(alone, RARE);
        assertThat(evidence(alone, RARE, false).ownScores()).isEqualTo(1);
        assertThat(evidence(alone, RARE, true).none()).isTrue();
    }

    /** As in a spreadsheet of many benchmarks: what so few scores are not sure of is in the interval. */
    @Test
    void threeScoresOfTheModelAndThreeOnTheBenchmarkAreEvidence() {
        Model asked = model("b/asked", "llama");
        BenchmarkId[] own = {COMMON, new BenchmarkId("second"), new BenchmarkId("third")};
        measure(asked, own[0], own[1]);
        for (int i = 0; i < 3; i++) {
            measure(model("a/other" + i, "gemma"), RARE, COMMON);
        }
        assertThat(evidence(asked, RARE, false).none()).isTrue();
        measure(asked, own[2]);
        assertThat(evidence(asked, RARE, false).none()).isFalse();
        evaluations.remove(evaluations.size() - 3); // one of the three on the benchmark
        assertThat(evidence(asked, RARE, false).benchmarkMeasured()).isEqualTo(2);
        assertThat(evidence(asked, RARE, false).none()).isTrue();
    }
}

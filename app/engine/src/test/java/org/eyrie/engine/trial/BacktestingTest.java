package org.eyrie.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.protocol.BacktestResult;
import org.eyrie.lrmf.trial.protocol.Estimates;
import org.eyrie.lrmf.trial.protocol.Experiment;
import org.eyrie.lrmf.trial.protocol.Fitted;
import org.eyrie.lrmf.trial.protocol.Predictor;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.model.Stores;
import org.eyrie.model.Traits;
import org.eyrie.model.memory.MemoryStores;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

/** Families of models measured on one benchmark, and one model's run of many others, as one group of tasks brings. */
class BacktestingTest {

    private static final BenchmarkId COMMON = new BenchmarkId("common");
    private static final int FAMILIES = 12;
    private static final int OWN = 20;

    private final Stores stores = MemoryStores.empty();
    private final List<Model> models = new ArrayList<>();
    private final List<Derivation> derivations = new ArrayList<>();
    private final List<Benchmark> benchmarks = new ArrayList<>();
    private final List<Evaluation> evaluations = new ArrayList<>();

    BacktestingTest() {
        benchmark(COMMON);
        for (int family = 0; family < FAMILIES; family++) {
            String founder = model("f" + family + "/base", family, 0);
            score(founder, COMMON, 0.2 + family * 0.04);
            for (int child = 0; child < 3; child++) {
                String tuned = model("f" + family + "/tuned" + child, family, child);
                Relation relation = child == 2 ? Relation.MERGE : Relation.FINETUNE;
                derivations.add(new Derivation(new ModelId(tuned), new ModelId(founder), relation, null, null));
                score(tuned, COMMON, 0.2 + family * 0.04 + child * 0.01);
            }
        }
        for (int own = 0; own < OWN; own++) {
            BenchmarkId task = new BenchmarkId("own" + own);
            benchmark(task);
            score("f0/tuned0", task, 0.5);
        }
        stores.facts().write(new Facts(models, derivations, benchmarks, evaluations));
    }

    private void benchmark(BenchmarkId id) {
        benchmarks.add(new Benchmark(id, 100, EvaluationSetup.UNKNOWN));
    }

    private String model(String id, int family, int child) {
        Traits traits = new Traits(
                "Arch" + family % 3,
                family % 2 == 0 ? 7.0 : 70.0,
                "chat",
                null,
                true,
                false,
                LocalDate.of(2024, 1 + 3 * child, 1),
                null);
        models.add(new Model(new ModelId(id), traits));
        return id;
    }

    private void score(String model, BenchmarkId benchmark, double score) {
        evaluations.add(new Evaluation(new ModelId(model), benchmark, score, 100, null, null, "test", null));
    }

    /** Says of every cell what its row is. */
    private static Predictor rows(List<Model> known) {
        return new Predictor() {
            @Override
            public String name() {
                return "rows";
            }

            @Override
            public Fitted fit(Problem training, Progress progress) {
                return (model, column, level) -> {
                    double[] mean = Arrays.stream(model)
                            .mapToDouble(u -> u / (double) known.size())
                            .toArray();
                    return new Estimates(mean, mean, mean);
                };
            }
        };
    }

    private BacktestOutcome run(ProtocolName protocol) {
        return new Backtesting(stores, List.of(BacktestingTest::rows))
                .run(List.of(protocol), LateBlocks.from(LocalDate.of(2024, 4, 1)), new FitSettings(1), Progress.NONE);
    }

    @Test
    void whatPredictWouldRefuseIsLeftOutOfEveryPredictorsFigures() {
        Experiment experiment = run(ProtocolName.COLD_START).experiments().get(0);
        // Once the only model with them is hidden, nothing is known of its own benchmarks.
        assertThat(experiment.unanswered()).isEqualTo(OWN);
        assertThat(experiment.cells().cells()).isEqualTo(3 * FAMILIES);
        assertThat(experiment.withoutPart()).isEmpty();
        assertThat(experiment.results()).allSatisfy(result -> {
            assertThat(result.columns()).hasSize(1);
            assertThat(result.estimates().cells()).isEqualTo(3 * FAMILIES);
        });
    }

    @Test
    void aRunOfOnesOwnMovesNoMean() {
        BacktestResult ours =
                BacktestOutcome.ours(run(ProtocolName.COLD_START).experiments().get(0));
        Stores without = MemoryStores.empty();
        without.facts()
                .write(new Facts(
                        models,
                        derivations,
                        benchmarks.subList(0, 1),
                        evaluations.stream()
                                .filter(score -> score.benchmark().equals(COMMON))
                                .toList()));
        BacktestOutcome alone = new Backtesting(without, List.of())
                .run(
                        List.of(ProtocolName.COLD_START),
                        LateBlocks.from(LocalDate.EPOCH),
                        new FitSettings(1),
                        Progress.NONE);
        assertThat(ours.mean().n())
                .isEqualTo(
                        BacktestOutcome.ours(alone.experiments().get(0)).mean().n());
        assertThat(Objects.requireNonNull(ours.averages().weighted()).rmse())
                .isEqualTo(ours.mean().rmse());
    }

    @Test
    void furtherBaselinesStandBeforeOurs() {
        BacktestOutcome outcome = run(ProtocolName.COLD_START);
        Experiment experiment = outcome.experiments().get(0);
        List<String> names =
                experiment.results().stream().map(BacktestResult::predictor).toList();
        assertThat(names.subList(names.size() - 2, names.size())).containsExactly("rows", "LRMF");
        assertThat(BacktestOutcome.baselines(experiment)).hasSize(names.size() - 1);
        double[] mean = experiment.results().get(names.size() - 2).estimates().mean();
        int[] model = experiment.cells().model();
        assertThat(IntStream.range(0, mean.length))
                .allMatch(c -> mean[c]
                        == model[c] / (double) outcome.numbering().models().size());
    }

    @Test
    void bandsOfABreakdownHoldEveryCellOnce() {
        BacktestOutcome outcome = run(ProtocolName.COLD_START);
        Experiment experiment = outcome.experiments().get(0);
        Breakdown breakdown = new Breakdown(outcome.numbering(), experiment);
        assertThat(breakdown.byRelation()).extracting(BandedFigures::band).containsExactly("finetune", "merge");
        assertThat(breakdown.bySize()).extracting(BandedFigures::band).containsExactly("5 to 10 B", "50 B and more");
        assertThat(breakdown.byUpload())
                .extracting(BandedFigures::band)
                .containsExactly("2024 Q1", "2024 Q2", "2024 Q3");
        assertThat(breakdown.byBenchmark()).extracting(BandedFigures::band).containsExactly("common");
        for (List<BandedFigures> bands :
                List.of(breakdown.byRelation(), breakdown.bySize(), breakdown.byUpload(), breakdown.byBenchmark())) {
            assertThat(bands.stream().mapToInt(BandedFigures::cells).sum()).isEqualTo(3 * FAMILIES);
            double squares = bands.stream()
                    .mapToDouble(band -> band.cells() * Math.pow(band.ours().rmse(), 2))
                    .sum();
            double whole = BacktestOutcome.ours(experiment).averages().pooled().rmse();
            assertThat(Math.sqrt(squares / (3 * FAMILIES))).isCloseTo(whole, within(1e-12));
        }
    }
}

package org.eyrie.sources.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Fault;
import org.eyrie.sources.benchmarks.Mapped.Figure;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.Test;

/** The second leaderboard's six benchmarks, out of what its harness reports. */
class SecondLeaderboardTest {

    private final Mapped database = new Mapped(BenchmarkMap.shipped());

    /** Figures that a run of EleutherAI/pythia-2.8b gave in June 2024, as its public results say, and their numbers of items. */
    private static final Map<String, Double> BBH = new TreeMap<>(Map.ofEntries(
            entry("boolean_expressions", 0.628),
            entry("causal_judgement", 0.44385026737967914),
            entry("date_understanding", 0.192),
            entry("disambiguation_qa", 0.34),
            entry("formal_fallacies", 0.456),
            entry("geometric_shapes", 0.088),
            entry("hyperbaton", 0.484),
            entry("logical_deduction_five_objects", 0.236),
            entry("logical_deduction_seven_objects", 0.144),
            entry("logical_deduction_three_objects", 0.344),
            entry("movie_recommendation", 0.276),
            entry("navigate", 0.5),
            entry("object_counting", 0.264),
            entry("penguins_in_a_table", 0.19863013698630136),
            entry("reasoning_about_colored_objects", 0.128),
            entry("ruin_names", 0.212),
            entry("salient_translation_error_detection", 0.276),
            entry("snarks", 0.5393258426966292),
            entry("sports_understanding", 0.5),
            entry("temporal_sequences", 0.284),
            entry("tracking_shuffled_objects_five_objects", 0.156),
            entry("tracking_shuffled_objects_seven_objects", 0.168),
            entry("tracking_shuffled_objects_three_objects", 0.34),
            entry("web_of_lies", 0.54)));

    private static List<Figure> leaderboardRun() {
        List<Figure> run = new ArrayList<>();
        run.add(Figure.of("leaderboard", "acc_norm", null, 0.31832));
        run.add(Figure.of("leaderboard", "prompt_level_strict_acc", null, 0.15526802218114602));
        run.add(Figure.of("leaderboard_bbh", "acc_norm", null, 0.3206040617948273)
                .items(5_761));
        BBH.forEach((part, score) -> run.add(Figure.of("leaderboard_bbh_" + part, "acc_norm", 3, score)
                .items(
                        part.startsWith("causal")
                                ? 187
                                : part.startsWith("peng") ? 146 : part.equals("snarks") ? 178 : 250)));
        run.add(Figure.of("leaderboard_gpqa", "acc_norm", null, 0.25).items(1_192));
        run.add(Figure.of("leaderboard_gpqa_diamond", "acc_norm", 0, 0.24242424242424243)
                .items(198));
        run.add(Figure.of("leaderboard_gpqa_extended", "acc_norm", 0, 0.2600732600732601)
                .items(546));
        run.add(Figure.of("leaderboard_gpqa_main", "acc_norm", 0, 0.24107142857142858)
                .items(448));
        run.add(Figure.of("leaderboard_ifeval", "prompt_level_strict_acc", 0, 0.15526802218114602)
                .items(541));
        run.add(Figure.of("leaderboard_ifeval", "inst_level_strict_acc", 0, 0.2793764988009592)
                .items(541));
        run.add(Figure.of("leaderboard_ifeval", "prompt_level_loose_acc", 0, 0.1645101663585952)
                .items(541));
        run.add(Figure.of("leaderboard_ifeval", "inst_level_loose_acc", 0, 0.290167865707434)
                .items(541));
        run.add(Figure.of("leaderboard_math_hard", "exact_match", null, 0.006797583081570997)
                .items(1_324));
        Object[][] math = {
            {"algebra", 3, 307},
            {"counting_and_prob", 0, 123},
            {"geometry", 0, 132},
            {"intermediate_algebra", 1, 280},
            {"num_theory", 3, 154},
            {"prealgebra", 2, 193},
            {"precalculus", 0, 135}
        };
        for (Object[] part : math) {
            int items = (Integer) part[2];
            run.add(Figure.of(
                            "leaderboard_math_" + part[0] + "_hard",
                            "exact_match",
                            4,
                            (Integer) part[1] / (double) items)
                    .items(items));
        }
        run.add(Figure.of("leaderboard_mmlu_pro", "acc", 5, 0.11369680851063829).items(12_032));
        run.add(Figure.of("leaderboard_musr", "acc_norm", null, 0.3478835978835979)
                .items(756));
        run.add(Figure.of("leaderboard_musr_murder_mysteries", "acc_norm", 0, 0.516)
                .items(250));
        run.add(Figure.of("leaderboard_musr_object_placements", "acc_norm", 0, 0.26171875)
                .items(256));
        run.add(Figure.of("leaderboard_musr_team_allocation", "acc_norm", 0, 0.268)
                .items(250));
        return run;
    }

    @Test
    void aRunOfTheLeaderboardsGroupIsWhatTheLeaderboardMadeOfIt() {
        ImportReport report = database.load(Mapped.source(leaderboardRun()));

        // What the leaderboard published of this model, but for MATH, which it scored again later.
        assertThat(database.scores()).hasSize(6);
        assertThat(database.scores().get("IFEval")).isCloseTo(0.217322, within(1e-6));
        assertThat(database.scores().get("BBH")).isCloseTo(0.322409, within(1e-6));
        assertThat(database.scores().get("MATH Lvl 5")).isCloseTo(9 / 1324.0, within(1e-12));
        assertThat(database.scores().get("GPQA")).isCloseTo(0.25, within(1e-12));
        assertThat(database.scores().get("MuSR")).isCloseTo(0.348573, within(1e-6));
        assertThat(database.scores().get("MMLU-Pro")).isCloseTo(0.113697, within(1e-6));
        for (var known : Map.of(
                        "IFEval",
                        541,
                        "BBH",
                        5_761,
                        "MATH Lvl 5",
                        1_324,
                        "GPQA",
                        1_192,
                        "MuSR",
                        756,
                        "MMLU-Pro",
                        12_032)
                .entrySet()) {
            assertThat(database.benchmark(known.getKey()).items()).isEqualTo(known.getValue());
            assertThat(database.score(known.getKey()).items()).isEqualTo(known.getValue());
        }
        assertThat(report.notes())
                .extracting(Fault::reason)
                .singleElement()
                .asString()
                .contains("before version 3");
        assertThat(report.benchmarks().created()).hasSize(6);
    }

    @Test
    void theSameRunIsTheSameAgain() {
        database.load(Mapped.source(leaderboardRun()));
        ImportReport again = database.load(Mapped.source(leaderboardRun()));
        assertThat(again.written().evaluations().unchanged()).isEqualTo(6);
        assertThat(again.benchmarks().known()).isEqualTo(6);
        assertThat(again.benchmarks().created()).isEmpty();
    }

    @Test
    void whatMissesSubtasksIsNotComputedAndTheNoteNamesThem() {
        List<Figure> run = leaderboardRun();
        run.removeIf(figure ->
                String.valueOf(figure.setup().task()).matches("leaderboard_(bbh_snarks|musr_team.*|bbh_navigate)"));
        ImportReport report = database.load(Mapped.source(run));
        assertThat(database.scores()).containsOnlyKeys("IFEval", "MATH Lvl 5", "GPQA", "MMLU-Pro");
        assertThat(report.notes())
                .extracting(Fault::reason)
                .anyMatch(note -> note.contains(
                        "BBH of acme/mix-7b was not computed: 2 of its 24 parts are missing: navigate, snarks"))
                .anyMatch(note -> note.contains(
                        "MuSR of acme/mix-7b was not computed: 1 of its 3 parts is missing: team_allocation"))
                .anyMatch(note -> note.contains("the mean of its three subtasks"));
    }

    @Test
    void aGroupFigureCountsWhereItIsTheSameAsTheShareOfAllItems() {
        database.load(Mapped.source(List.of(
                Figure.of("leaderboard_gpqa", "acc_norm", null, 0.3),
                Figure.of("leaderboard_math_hard", "exact_match", null, 0.2))));
        assertThat(database.scores()).containsOnly(entry("GPQA", 0.3), entry("MATH Lvl 5", 0.2));
    }

    @Test
    void subtasksAreBenchmarksOfTheirOwnWhereTheyAreAskedFor() {
        Mapped keeping = new Mapped(BenchmarkMap.shipped().keepingSubtasks());
        keeping.load(Mapped.source(leaderboardRun()));
        assertThat(keeping.scores()).containsKeys("BBH", "leaderboard_bbh_snarks (acc_norm, v1, 3-shot)", "IFEval");
        assertThat(keeping.scores()).hasSizeGreaterThan(40);
    }

    @Test
    void outcomesOfItemsAreKeptWhereSamplesAreThere() {
        database.load(Mapped.source(List.of(
                Figure.of("leaderboard_musr_murder_mysteries", "acc_norm", 0, 0.5)
                        .outcomes("10", "aa", "bb"),
                Figure.of("leaderboard_musr_object_placements", "acc_norm", 0, 0)
                        .items(3),
                Figure.of("leaderboard_musr_team_allocation", "acc_norm", 0, 1).outcomes("1", "aa"),
                Figure.of("leaderboard_ifeval", "prompt_level_strict_acc", 0, 0.5)
                        .outcomes("01", "p", "q"),
                Figure.of("leaderboard_ifeval", "inst_level_strict_acc", 0, 0.7).items(2))));
        assertThat(database.score("MuSR").score()).isCloseTo(0.5, within(1e-12));
        assertThat(database.score("MuSR").items()).isEqualTo(6);
        assertThat(database.outcomes("MuSR")).isEqualTo("101");
        assertThat(database.stores.scores().itemNames(new BenchmarkId("MuSR")))
                .containsExactly("murder_mysteries:aa", "murder_mysteries:bb", "team_allocation:aa");
        assertThat(database.score("IFEval").items()).isEqualTo(2);
        assertThat(database.outcomes("IFEval")).isEqualTo("01");
    }

    @Test
    void partsOfTwoRunsAreNotMixed() {
        ImportReport report = database.load(Mapped.source(List.of(
                Figure.of("leaderboard_musr_murder_mysteries", "acc_norm", 0, 0.5)
                        .from("lm-evaluation-harness 0.4.8"),
                Figure.of("leaderboard_musr_object_placements", "acc_norm", 0, 0.4),
                Figure.of("leaderboard_musr_team_allocation", "acc_norm", 0, 0.3))));
        assertThat(database.scores()).isEmpty();
        assertThat(report.notes())
                .extracting(Fault::reason)
                .anyMatch(note -> note.contains("2 of its 3 parts are missing"));
    }
}

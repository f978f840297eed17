package org.eyrie.server.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eyrie.model.ModelId;

/**
 * A results file as lm-evaluation-harness writes it: the figures of tasks, from which known benchmarks are computed. Where
 * only the benchmark's score is known, all its parts have that score.
 */
final class HarnessRun {

    private static final List<String> SUBJECTS = List.of(
            ("abstract_algebra anatomy astronomy business_ethics clinical_knowledge college_biology college_chemistry "
                            + "college_computer_science college_mathematics college_medicine college_physics "
                            + "computer_security conceptual_physics econometrics electrical_engineering "
                            + "elementary_mathematics formal_logic global_facts high_school_biology "
                            + "high_school_chemistry high_school_computer_science high_school_european_history "
                            + "high_school_geography high_school_government_and_politics high_school_macroeconomics "
                            + "high_school_mathematics high_school_microeconomics high_school_physics "
                            + "high_school_psychology high_school_statistics high_school_us_history "
                            + "high_school_world_history human_aging human_sexuality international_law jurisprudence "
                            + "logical_fallacies machine_learning management marketing medical_genetics miscellaneous "
                            + "moral_disputes moral_scenarios nutrition philosophy prehistory professional_accounting "
                            + "professional_law professional_medicine professional_psychology public_relations "
                            + "security_studies sociology us_foreign_policy virology world_religions")
                    .split(" "));

    private static final List<String> BBH =
            List.of(("boolean_expressions causal_judgement date_understanding disambiguation_qa formal_fallacies "
                            + "geometric_shapes hyperbaton logical_deduction_five_objects "
                            + "logical_deduction_seven_objects logical_deduction_three_objects movie_recommendation "
                            + "navigate object_counting penguins_in_a_table reasoning_about_colored_objects ruin_names "
                            + "salient_translation_error_detection snarks sports_understanding temporal_sequences "
                            + "tracking_shuffled_objects_five_objects tracking_shuffled_objects_seven_objects "
                            + "tracking_shuffled_objects_three_objects web_of_lies")
                    .split(" "));

    /**
     * How a benchmark is run.
     *
     * @param prefix before the name of each part
     * @param parts their names, a single empty one where there are none
     */
    private record Tasks(String prefix, List<String> parts, String suffix, int shots, List<String> metrics) {}

    private static final Map<String, Tasks> TASKS = Map.ofEntries(
            Map.entry(
                    "IFEval",
                    new Tasks(
                            "leaderboard_ifeval",
                            List.of(""),
                            "",
                            0,
                            List.of("prompt_level_strict_acc", "inst_level_strict_acc"))),
            Map.entry("BBH", new Tasks("leaderboard_bbh_", BBH, "", 3, List.of("acc_norm"))),
            Map.entry(
                    "MATH Lvl 5",
                    new Tasks(
                            "leaderboard_math_",
                            List.of(
                                    "algebra",
                                    "counting_and_prob",
                                    "geometry",
                                    "intermediate_algebra",
                                    "num_theory",
                                    "prealgebra",
                                    "precalculus"),
                            "_hard",
                            4,
                            List.of("exact_match"))),
            Map.entry(
                    "GPQA",
                    new Tasks("leaderboard_gpqa_", List.of("main", "diamond", "extended"), "", 0, List.of("acc_norm"))),
            Map.entry(
                    "MuSR",
                    new Tasks(
                            "leaderboard_musr_",
                            List.of("murder_mysteries", "object_placements", "team_allocation"),
                            "",
                            0,
                            List.of("acc_norm"))),
            Map.entry("MMLU-Pro", new Tasks("leaderboard_mmlu_pro", List.of(""), "", 5, List.of("acc"))),
            Map.entry("ARC-Challenge (25-shot)", new Tasks("arc_challenge", List.of(""), "", 25, List.of("acc_norm"))),
            Map.entry("HellaSwag (10-shot)", new Tasks("hellaswag", List.of(""), "", 10, List.of("acc_norm"))),
            Map.entry("MMLU (5-shot)", new Tasks("mmlu_", SUBJECTS, "", 5, List.of("acc"))),
            Map.entry("TruthfulQA MC2 (0-shot)", new Tasks("truthfulqa_mc2", List.of(""), "", 0, List.of("acc"))),
            Map.entry("Winogrande (5-shot)", new Tasks("winogrande", List.of(""), "", 5, List.of("acc"))));

    private HarnessRun() {}

    static boolean knows(String benchmark) {
        return TASKS.containsKey(benchmark);
    }

    /** A run of a model, as a tree to be written as JSON. */
    static Map<String, Object> of(ModelId model, Map<String, Double> scores) {
        Map<String, Object> results = new TreeMap<>();
        Map<String, Object> versions = new TreeMap<>();
        Map<String, Object> shots = new TreeMap<>();
        scores.forEach((benchmark, score) -> {
            Tasks tasks = Objects.requireNonNull(TASKS.get(benchmark));
            for (String part : tasks.parts()) {
                String name = tasks.prefix() + part + tasks.suffix();
                Map<String, Object> figures = new TreeMap<>(Map.of("alias", name));
                tasks.metrics().forEach(metric -> figures.put(metric + ",none", score));
                results.put(name, figures);
                versions.put(name, benchmark.startsWith("MATH") ? 3.0 : 1.0);
                shots.put(name, tasks.shots());
            }
        });
        return Map.of(
                "results",
                results,
                "versions",
                versions,
                "n-shot",
                shots,
                "config",
                Map.of("model", "hf", "model_args", "pretrained=" + model),
                "lm_eval_version",
                "0.4.9.1",
                "date",
                1740787200.0);
    }
}

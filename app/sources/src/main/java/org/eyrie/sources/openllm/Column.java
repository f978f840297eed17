package org.eyrie.sources.openllm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eyrie.model.EvaluationSetup;
import org.jspecify.annotations.Nullable;

/**
 * Columns of the table that are read. The others are left: ranks, ornaments, and {@code Base Model}, which names the root of
 * the chain and not the parent. Rescaled scores are read in rows without raw ones.
 */
final class Column {

    static final String MODEL = "fullname";
    static final String REVISION = "Model sha";
    static final String ARCHITECTURE = "Architecture";
    static final String PARAMETERS = "#Params (B)";
    static final String TYPE = "Type";
    static final String PRECISION = "Precision";
    static final String CHAT_TEMPLATE = "Chat Template";
    static final String MOE = "MoE";
    static final String UPLOADED = "Upload To Hub Date";
    static final String LICENSE = "Hub License";
    static final String SUBMITTED = "Submission Date";
    static final String FLAGGED = "Flagged";

    /**
     * A benchmark.
     *
     * @param column its scores
     * @param id its name here; null where the benchmark map says what they are
     * @param items number of its items
     * @param full what stands for a score of 1
     */
    record Score(String column, @Nullable String id, int items, int full) {

        /** How the score was made, for the map. */
        EvaluationSetup setup() {
            return new EvaluationSetup(column, NORMALISED, null, null, null, null, null);
        }
    }

    /** What the map calls the metric of rescaled scores. */
    private static final String NORMALISED = "normalised";

    /** Raw scores of the second leaderboard. */
    static final List<Score> SCORES = List.of(
            new Score("IFEval Raw", "IFEval", 541, 1),
            new Score("BBH Raw", "BBH", 5_761, 1),
            new Score("MATH Lvl 5 Raw", "MATH Lvl 5", 1_324, 1),
            new Score("GPQA Raw", "GPQA", 1_192, 1),
            new Score("MUSR Raw", "MuSR", 756, 1),
            new Score("MMLU-PRO Raw", "MMLU-Pro", 12_032, 1));

    /** Its rescaled ones, in the same order. */
    static final List<Score> RESCALED = SCORES.stream()
            .map(raw -> new Score(raw.column().replace(" Raw", ""), null, raw.items(), 100))
            .toList();

    /** Scores of the first leaderboard, which rescaled nothing. */
    static final List<Score> FIRST = List.of(
            new Score("ARC", "ARC-Challenge (25-shot)", 1_172, 100),
            new Score("HellaSwag", "HellaSwag (10-shot)", 10_042, 100),
            new Score("MMLU", "MMLU (5-shot)", 14_042, 100),
            new Score("TruthfulQA", "TruthfulQA MC2 (0-shot)", 817, 100),
            new Score("Winogrande", "Winogrande (5-shot)", 1_267, 100),
            new Score("GSM8K", "GSM8K (5-shot)", 1_319, 100));

    private static final List<String> TRAITS = Arrays.asList(
            REVISION,
            ARCHITECTURE,
            PARAMETERS,
            TYPE,
            PRECISION,
            CHAT_TEMPLATE,
            MOE,
            UPLOADED,
            LICENSE,
            SUBMITTED,
            FLAGGED);

    private Column() {}

    /** Every column that is read and may be absent. */
    static List<String> optional() {
        return new ArrayList<>(Stream.concat(
                        TRAITS.stream(),
                        Stream.of(SCORES, RESCALED, FIRST).flatMap(List::stream).map(Score::column))
                .toList());
    }
}

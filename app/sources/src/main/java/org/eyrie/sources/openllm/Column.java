package org.eyrie.sources.openllm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Columns of the table that are read. The others are left: rescaled scores, ranks, ornaments, and {@code Base Model},
 * which names the root of the chain and not the parent.
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
     * @param column its raw scores, 0 to 1
     * @param id its name here
     * @param items number of its items
     */
    record Score(String column, String id, int items) {}

    static final List<Score> SCORES = List.of(
            new Score("IFEval Raw", "IFEval", 541),
            new Score("BBH Raw", "BBH", 5_761),
            new Score("MATH Lvl 5 Raw", "MATH Lvl 5", 1_324),
            new Score("GPQA Raw", "GPQA", 1_192),
            new Score("MUSR Raw", "MuSR", 756),
            new Score("MMLU-PRO Raw", "MMLU-Pro", 12_032));

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
        return new ArrayList<>(Stream.concat(TRAITS.stream(), SCORES.stream().map(Score::column))
                .toList());
    }
}

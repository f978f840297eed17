package org.eyrie.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a model came from its parent. */
public enum Relation {
    FINETUNE,
    MERGE,
    ADAPTER,
    QUANTIZED,
    DISTILL,
    UNKNOWN;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The word used in files, in the graph and over REST, such as {@code finetune}. */
    public String code() {
        return code;
    }

    /** The relation of that word, whatever its case; empty where there is no such relation. */
    public static Optional<Relation> ofCode(String code) {
        return Arrays.stream(values())
                .filter(relation -> relation.code().equalsIgnoreCase(code))
                .findFirst();
    }

    /** Every word, for messages: {@code finetune, merge, ...}. */
    public static String codes() {
        return Arrays.stream(values()).map(Relation::code).collect(Collectors.joining(", "));
    }
}

package org.eyrie.sources.proposing;

import java.util.List;
import java.util.Optional;

/**
 * The language of programs as a model is told of it. Whoever knows the language fills it in.
 *
 * @param grammar in GBNF, its root being a program
 * @param treeSchema JSON schema of what is added to the base, as a tree
 * @param operators a line for each: how it is written, and what it gives
 * @param examples programs to begin with
 * @param judge says what is wrong with a text that is no program for these parents
 */
public record LanguageGuide(
        String grammar, String treeSchema, List<String> operators, List<String> examples, Judge judge) {

    /** Tells programs from other texts. */
    @FunctionalInterface
    public interface Judge {

        /** What is wrong with it, in words that help to mend it; empty for a program. */
        Optional<String> fault(String text);
    }

    public LanguageGuide {
        operators = List.copyOf(operators);
        examples = List.copyOf(examples);
    }
}

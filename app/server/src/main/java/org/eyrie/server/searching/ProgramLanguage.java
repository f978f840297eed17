package org.eyrie.server.searching;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.program.Preset;
import org.eyrie.program.Program;
import org.eyrie.program.grammar.Grammars;
import org.eyrie.program.grammar.TreeSchema;
import org.eyrie.program.language.Form;
import org.eyrie.program.language.Operator;
import org.eyrie.program.language.Signature;
import org.eyrie.sources.proposing.LanguageGuide;

/** The language of programs, told to a language model. */
final class ProgramLanguage {

    private ProgramLanguage() {}

    /** For merges of so many parents. */
    static LanguageGuide of(int parents) {
        return new LanguageGuide(
                Grammars.gbnf(),
                TreeSchema.json(),
                Arrays.stream(Operator.values())
                        .filter(operator -> operator.form() == Form.CALL || operator.form() == Form.LIST)
                        .map(operator -> Signature.of(operator) + ": " + operator.meaning())
                        .toList(),
                examples(parents),
                text -> fault(text, parents));
    }

    private static List<String> examples(int parents) {
        return Arrays.stream(Preset.values())
                .map(Preset::text)
                .filter(text -> fault(text, parents).isEmpty())
                .toList();
    }

    private static Optional<String> fault(String text, int parents) {
        try {
            List<Fault> faults = Program.parse(text).needs().refusals(parents);
            return faults.isEmpty() ? Optional.empty() : Optional.of(words(faults));
        } catch (InvalidInputException e) {
            return Optional.of(words(e.faults()));
        }
    }

    private static String words(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.where() + ": " + fault.reason())
                .collect(Collectors.joining("; "));
    }
}

package org.eyrie.server.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eyrie.engine.ask.PlannedModel;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;
import org.eyrie.model.Nearest;
import org.eyrie.model.Relation;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.server.cli.ask.WeightedBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words of the command line to words of the program; what is refused is wrong use, with the reason. */
final class Converters {

    private Converters() {}

    static void register(CommandLine commandLine) {
        words(commandLine, commandLine);
        commandLine.registerConverter(ModelId.class, converter(ModelId::new));
        commandLine.registerConverter(BenchmarkId.class, converter(BenchmarkId::new));
        commandLine.registerConverter(WeightedBenchmark.class, converter(WeightedBenchmark::of));
        commandLine.registerConverter(DevelopmentId.class, converter(DevelopmentId::new));
        commandLine.registerConverter(Relation.class, converter(Converters::relation));
        commandLine.registerConverter(LocalDate.class, converter(Converters::day));
        commandLine.registerConverter(PlannedModel.Parent.class, converter(Converters::parent));
    }

    /** Options of which each value is one of a few words: those that the help names, in any case. */
    private static void words(CommandLine all, CommandLine command) {
        command.getCommandSpec().args().stream()
                .flatMap(arg -> Stream.of(arg.auxiliaryTypes()))
                .filter(Class::isEnum)
                .forEach(type -> word(all, type));
        command.getSubcommands().values().forEach(sub -> words(all, sub));
    }

    private static <T> void word(CommandLine all, Class<T> type) {
        List<T> constants = List.of(type.getEnumConstants());
        all.registerConverter(type, converter(text -> constants.stream()
                .filter(each -> each.toString().equalsIgnoreCase(text)
                        || ((Enum<?>) each).name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(noSuchWord(text, constants)))));
    }

    private static String noSuchWord(String text, List<?> constants) {
        List<String> words = constants.stream()
                .map(each -> each.toString().toLowerCase(Locale.ROOT))
                .toList();
        return "there is no \"" + text + "\", only " + String.join(", ", words) + "." + Nearest.hint(text, words);
    }

    private static <T> ITypeConverter<T> converter(Function<String, T> parser) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException refused) {
                throw new TypeConversionException(refused.getMessage());
            }
        };
    }

    private static Relation relation(String code) {
        return Relation.ofCode(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no relation \"" + code + "\", only " + Relation.codes()));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a day is written as 2025-01-31, not \"" + text + "\"", e);
        }
    }

    // An id may hold colons itself: only a number behind the last one is a weight.
    static PlannedModel.Parent parent(String text) {
        int colon = text.lastIndexOf(':');
        if (colon > 0 && text.substring(colon + 1).matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?|NaN")) {
            return new PlannedModel.Parent(
                    new ModelId(text.substring(0, colon)), Double.valueOf(text.substring(colon + 1)));
        }
        return new PlannedModel.Parent(new ModelId(text), null);
    }
}

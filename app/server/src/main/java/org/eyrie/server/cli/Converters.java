package org.eyrie.server.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.eyrie.engine.ask.PlannedModel;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;
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
        commandLine.registerConverter(ModelId.class, converter(ModelId::new));
        commandLine.registerConverter(BenchmarkId.class, converter(BenchmarkId::new));
        commandLine.registerConverter(WeightedBenchmark.class, converter(WeightedBenchmark::of));
        commandLine.registerConverter(DevelopmentId.class, converter(DevelopmentId::new));
        commandLine.registerConverter(Relation.class, converter(Converters::relation));
        commandLine.registerConverter(LocalDate.class, converter(Converters::day));
        commandLine.registerConverter(PlannedModel.Parent.class, converter(Converters::parent));
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

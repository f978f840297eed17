package org.eyrie.program.mergekit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.program.Program;
import org.eyrie.program.language.Operator;
import org.eyrie.program.language.Term;
import org.eyrie.program.language.ValueType;

/**
 * Programs as configurations of mergekit 0.1.5 that make the same tensors, or the same distribution of them where elements
 * are drawn. The canonical form is matched, so it does not matter how a program was written.
 */
public final class MergekitExport {

    private MergekitExport() {}

    /**
     * The configuration, as {@code mergekit-yaml} reads it.
     *
     * @param base name or folder of the base
     * @param parents names or folders, in the order in which the program counts them
     * @param dtype what mergekit is to write, such as {@code float32}; empty leaves it to mergekit
     * @throws InvalidInputException if no method of mergekit does what the program does, or the program does not fit so many
     *     parents
     */
    public static String yaml(Program program, String base, List<String> parents, String dtype) {
        List<Fault> faults = program.needs().refusals(parents.size());
        if (!faults.isEmpty()) {
            throw new InvalidInputException("The export", faults);
        }
        List<String> models = new ArrayList<>(parents);
        models.add(0, base);
        try {
            return MergekitYaml.of(config(program, parents.size()), models, dtype);
        } catch (NoCounterpart e) {
            throw new InvalidInputException(
                    "The export",
                    List.of(new Fault(
                            program.text(),
                            "No method of mergekit does this: " + e.getMessage()
                                    + ". Apply it with \"eyrie merge\" instead.")));
        }
    }

    private static MergekitConfig config(Program program, int parents) throws NoCounterpart {
        NumberReading reading = new NumberReading(program.graph());
        Term root = program.graph().root();
        Optional<MergekitConfig> geometry = new GeometryMatch(reading, parents).of(root);
        if (geometry.isPresent()) {
            return geometry.get();
        }
        Term inner = root;
        DepthSetting scale = DepthSetting.of(1);
        while (inner.operator() == Operator.MULTIPLY
                && reading.input(inner, 0).type().value() == ValueType.NUM) {
            scale = scale.times(reading.number(reading.input(inner, 0)));
            inner = reading.input(inner, 1);
        }
        return elects(reading, inner)
                ? new ElectionMatch(reading, parents).of(inner, scale)
                : SumMatch.of(reading, root, parents);
    }

    private static boolean elects(NumberReading reading, Term term) {
        if (term.operator() == Operator.MEAN_OF_NONZERO) {
            return true;
        }
        if (term.operator() != Operator.SUM) {
            return false;
        }
        Term over = reading.input(term, 0);
        Term last = over.operator() == Operator.MULTIPLY ? reading.input(over, 1) : over;
        return last.operator() == Operator.AGREE;
    }
}

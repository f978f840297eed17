package org.eyrie.server.cli.ask;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.program.Program;
import org.eyrie.server.screening.ProgrammedPlan;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The program of a merge configuration, where that is a weighted sum of task vectors with one weight a model: what its weights
 * would be can be worked out then. Of others the configuration stays all that is known.
 */
final class PlanProgram {

    private PlanProgram() {}

    /**
     * Of a configuration that is known to be one.
     *
     * @param label of the plan
     */
    static Optional<ProgrammedPlan> of(String label, String recipe) {
        try {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(recipe);
            return read instanceof Map<?, ?> document ? of(label, document) : Optional.empty();
        } catch (YAMLException | InvalidInputException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<ProgrammedPlan> of(String label, Map<?, ?> document) {
        if (!"task_arithmetic".equals(document.get("merge_method"))
                || !(document.get("base_model") instanceof String base)
                || !(document.get("models") instanceof List<?> models)
                || document.containsKey("slices")) {
            return Optional.empty();
        }
        Map<?, ?> shared = document.get("parameters") instanceof Map<?, ?> map ? map : Map.of();
        Double scale = number(shared.get("lambda"), 1);
        boolean normalised = Boolean.TRUE.equals(shared.get("normalize"));
        List<ModelId> parents = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (Object each : models) {
            if (!(each instanceof Map<?, ?> line) || !(line.get("model") instanceof String model)) {
                return Optional.empty();
            }
            if (model.equals(base)) {
                continue;
            }
            Map<?, ?> own = line.get("parameters") instanceof Map<?, ?> map ? map : Map.of();
            Double weight = number(own.containsKey("weight") ? own.get("weight") : shared.get("weight"), 1);
            if (weight == null) {
                return Optional.empty();
            }
            parents.add(new ModelId(model));
            weights.add(weight);
        }
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        if (scale == null || parents.isEmpty() || (normalised && !(sum > 0))) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder("base");
        for (int parent = 0; parent < parents.size(); parent++) {
            double weight = scale * weights.get(parent) / (normalised ? sum : 1);
            text.append(weight < 0 ? " - " : " + ")
                    .append(new BigDecimal(Math.abs(weight))
                            .round(new MathContext(9))
                            .toPlainString())
                    .append(" * tau(")
                    .append(parent + 1)
                    .append(')');
        }
        return Optional.of(new ProgrammedPlan(label, Program.parse(text.toString()), new ModelId(base), parents));
    }

    /** A plain number; the usual one where there is none, null where it differs between tensors. */
    private static @Nullable Double number(@Nullable Object value, double usual) {
        if (value == null) {
            return usual;
        }
        return value instanceof Number number ? number.doubleValue() : null;
    }
}

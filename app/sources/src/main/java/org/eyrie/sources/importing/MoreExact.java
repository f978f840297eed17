package org.eyrie.sources.importing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Holds traits against those the store knows: a rounded number does not replace the number it is a rounding of, nor does a
 * word that says nothing replace one that says something. Counts what stays for that reason and what is replaced.
 */
final class MoreExact {

    private static final Set<String> SAYS_NOTHING = Set.of("", "?", "other", "unknown", "none", "n/a");

    private final ModelLookup lookup;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, String> examples = new HashMap<>();

    MoreExact(ModelLookup lookup) {
        this.lookup = lookup;
    }

    /** The facts without traits that are less exact than what is known. */
    Facts of(Facts facts) {
        Set<ModelId> described = facts.models().stream()
                .filter(model -> !model.traits().equals(Traits.UNKNOWN))
                .map(Model::id)
                .collect(Collectors.toSet());
        if (described.isEmpty()) {
            return facts;
        }
        Map<ModelId, Traits> known = new HashMap<>();
        lookup.find(described).forEach(model -> known.put(model.id(), model.traits()));
        List<Model> models = facts.models().stream()
                .map(model -> held(model, known.get(model.id())))
                .toList();
        return new Facts(
                models,
                facts.derivations(),
                facts.benchmarks(),
                facts.evaluations(),
                facts.recipes(),
                facts.provenance());
    }

    /** What stays and what is replaced, a sentence for each trait. */
    List<String> conflicts() {
        List<String> said = new ArrayList<>();
        counts.forEach((what, count) -> said.add(
                String.format(Locale.ROOT, "%s (%d of the models), such as %s", what, count, examples.get(what))));
        return said;
    }

    private Model held(Model model, @Nullable Traits known) {
        if (known == null || known.equals(Traits.UNKNOWN)) {
            return model;
        }
        Traits said = model.traits();
        ModelId id = model.id();
        return new Model(
                id,
                new Traits(
                        word(id, "architecture", said.architecture(), known.architecture()),
                        number(id, "parameters_billions", said.parametersBillions(), known.parametersBillions()),
                        word(id, "type", said.type(), known.type()),
                        word(id, "precision", said.precision(), known.precision()),
                        replaced(id, "chat_template", said.chatTemplate(), known.chatTemplate()),
                        replaced(id, "moe", said.moe(), known.moe()),
                        replaced(id, "uploaded", said.uploaded(), known.uploaded()),
                        word(id, "license", said.license(), known.license())),
                model.revision());
    }

    private @Nullable String word(ModelId id, String trait, @Nullable String said, @Nullable String known) {
        if (said != null && known != null && SAYS_NOTHING.contains(said.toLowerCase(Locale.ROOT))) {
            return kept(id, trait, said, known);
        }
        return replaced(id, trait, said, known);
    }

    private @Nullable Double number(ModelId id, String trait, @Nullable Double said, @Nullable Double known) {
        return said != null && known != null && isRounding(said, known)
                ? kept(id, trait, said, known)
                : replaced(id, trait, said, known);
    }

    private <T> @Nullable T kept(ModelId id, String trait, T said, T known) {
        if (!said.equals(known)) {
            count(trait + " stays where it is known more exactly", id + ": " + known + ", not " + said);
        }
        return known;
    }

    private <T> @Nullable T replaced(ModelId id, String trait, @Nullable T said, @Nullable T known) {
        if (said != null && known != null && !Objects.equals(said, known)) {
            count(trait + " is replaced", id + ": " + said + ", before " + known);
        }
        return said;
    }

    private void count(String what, String example) {
        counts.merge(what, 1, Integer::sum);
        examples.putIfAbsent(what, example);
    }

    /** Whether a number is another one with fewer digits. */
    static boolean isRounding(double said, double known) {
        BigDecimal shorter = new BigDecimal(Double.toString(said)).stripTrailingZeros();
        BigDecimal longer = new BigDecimal(Double.toString(known)).stripTrailingZeros();
        int digits = Math.max(0, shorter.scale());
        return digits < longer.scale()
                && (longer.setScale(digits, RoundingMode.HALF_UP).compareTo(shorter) == 0
                        || longer.setScale(digits, RoundingMode.DOWN).compareTo(shorter) == 0);
    }
}

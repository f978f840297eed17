package org.eyrie.server.cli.lineage;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;
import org.eyrie.server.out.Tree;

/** Draws the ancestry of a model and its descendants. */
public final class LineageTrees {

    private final PrintWriter out;

    public LineageTrees(PrintWriter out) {
        this.out = out;
    }

    public void print(ModelId model, List<Derivation> ancestry, List<Derivation> descendants) {
        if (ancestry.isEmpty() && descendants.isEmpty()) {
            out.println(model + " has no known parents and no known children.");
            return;
        }
        if (!ancestry.isEmpty()) {
            out.println("Made from");
            draw(model, ancestry, Derivation::child, Derivation::parent);
        }
        if (!descendants.isEmpty()) {
            out.println("Made from it");
            draw(model, descendants, Derivation::parent, Derivation::child);
        }
    }

    private void draw(
            ModelId root,
            List<Derivation> derivations,
            Function<Derivation, ModelId> from,
            Function<Derivation, ModelId> to) {
        Map<ModelId, List<Tree.Branch<ModelId>>> branches = new HashMap<>();
        for (Derivation derivation : derivations) {
            branches.computeIfAbsent(from.apply(derivation), model -> new ArrayList<>())
                    .add(new Tree.Branch<>(label(derivation), to.apply(derivation)));
        }
        new Tree<ModelId>(model -> branches.getOrDefault(model, List.of())).print(root, out);
    }

    private static String label(Derivation derivation) {
        Double weight = derivation.weight();
        return derivation.relation().code() + (weight == null ? "  " : String.format(Locale.ROOT, " %.2f  ", weight));
    }
}

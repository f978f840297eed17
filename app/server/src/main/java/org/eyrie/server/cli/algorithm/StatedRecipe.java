package org.eyrie.server.cli.algorithm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.mergekit.MergeRecipe;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.Input;

/** What a configuration of mergekit that lies beside weights says of them, against what the weights say. */
final class StatedRecipe {

    private static final String NAME = "mergekit_config.yml";

    /** Shares that differ by less are the same: thinning and rounding move them. */
    private static final double SAME = .1;

    private StatedRecipe() {}

    /** In words; nothing where there is no configuration. */
    static List<String> beside(Path folder, DescribedMerge described) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return against(MergeRecipe.read(Input.of(file)), described);
        } catch (UnreadableException e) {
            return List.of(NAME + " cannot be read: " + e.getMessage());
        } catch (IOException e) {
            return List.of(NAME + " cannot be read: " + e.getMessage());
        }
    }

    private static List<String> against(MergeRecipe recipe, DescribedMerge described) {
        List<String> words = new ArrayList<>();
        List<ModelId> found = new ArrayList<>();
        List<Double> stated = new ArrayList<>();
        List<Double> read = new ArrayList<>();
        List<Double> shares = described.shares();
        for (int p = 0; p < described.parents().size(); p++) {
            ModelId parent = described.parents().get(p);
            Optional<MergeRecipe.Parent> line = line(recipe, parent);
            if (line.isEmpty()) {
                if (shares.get(p) > SAME) {
                    words.add(NAME + " does not name " + parent + ", whose weight is "
                            + DescribedMerge.rounded(
                                    described.read().whole().weights().get(p)) + ".");
                }
            } else if (line.get().weight() != null) {
                found.add(parent);
                stated.add(line.get().weight());
                read.add(shares.get(p));
            }
        }
        double statedSum = stated.stream().mapToDouble(Double::doubleValue).sum();
        double readSum = read.stream().mapToDouble(Double::doubleValue).sum();
        for (int k = 0; k < found.size() && statedSum > 0 && readSum > 0; k++) {
            double says = stated.get(k) / statedSum;
            double has = read.get(k) / readSum;
            if (Math.abs(says - has) > SAME) {
                words.add(String.format(
                        Locale.ROOT,
                        "%s says that %s makes up %.0f %% of what the parents bring; in the weights it is %.0f %%.",
                        NAME,
                        found.get(k),
                        100 * says,
                        100 * has));
            }
        }
        if (words.isEmpty()) {
            words.add(
                    found.isEmpty()
                            ? NAME + " (" + recipe.method() + ") names none of these parents with a weight."
                            : NAME + " (" + recipe.method() + ") says the same of these parents.");
        }
        return words;
    }

    /** By its whole name, or else by the last part of it, as recipes often hold paths. */
    private static Optional<MergeRecipe.Parent> line(MergeRecipe recipe, ModelId parent) {
        return recipe.parents().stream()
                .filter(line -> line.role() == MergeRecipe.Role.MERGED)
                .filter(line -> last(line.model()).equals(last(parent)))
                .findFirst();
    }

    private static String last(ModelId model) {
        return ModelPaths.lastPart(model).toLowerCase(Locale.ROOT);
    }
}

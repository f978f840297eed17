package org.eyrie.sources.cyclonedx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.ScaleEvidence;
import org.eyrie.sources.export.BomProperties;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.FileSource;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.text.Whole;
import org.eyrie.sources.tree.ParsedTree;
import org.eyrie.sources.tree.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * A bill of materials, CycloneDX as JSON: models with versions and licences, their ancestors, and what their model cards
 * measured. What {@link org.eyrie.sources.export.CycloneDxExport} wrote comes back as it was, but for predictions.
 */
public final class CycloneDxSource extends FileSource {

    private static final int MAX_LENGTH = 200_000_000;

    private final ScaleEvidence evidence;
    private @Nullable Map<String, Object> bill;

    /** @param evidence what is known of data sets, to tell shares from percentages */
    public CycloneDxSource(Input input, ScaleEvidence evidence) {
        super(input);
        this.evidence = evidence;
    }

    @Override
    public boolean namesBenchmarks() {
        try {
            return isOurs(bill());
        } catch (IOException e) {
            return false; // the reading says why
        }
    }

    @Override
    public void read(FactSink sink) throws IOException {
        Map<String, Object> tree = bill();
        List<BomModel> models = models(tree);
        if (models.isEmpty()) {
            sink.note(whole(), "There is no component of the type machine-learning-model in it");
        }
        if (isOurs(tree)) {
            new OwnBom(whole(), sink).write(tree, models);
        } else {
            new OtherBom(whole(), evidence, sink).write(models, dependencies(tree, names(models)));
        }
        sink.reached(input.bytes(), input.bytes());
    }

    // Asked for thrice an import, and of a size that may take seconds to parse.
    private Map<String, Object> bill() throws IOException {
        Map<String, Object> known = bill;
        if (known == null) {
            String text = Whole.text(input, MAX_LENGTH);
            if (text.stripLeading().startsWith("<")) {
                throw new UnreadableException(
                        whole(), "This is XML: write the bill of materials as JSON, which is what is read here");
            }
            known = StrictJson.object(whole(), text);
            if (!"CycloneDX".equals(known.get("bomFormat"))) {
                throw new UnreadableException(
                        whole(),
                        "This is no bill of materials of CycloneDX: bomFormat must be \"CycloneDX\", not "
                                + ParsedTree.describe(known.get("bomFormat")));
            }
            bill = known;
        }
        return known;
    }

    private static boolean isOurs(Map<String, Object> tree) {
        return !BomModel.properties(tree, BomProperties.BENCHMARK).isEmpty()
                || models(tree).stream()
                        .anyMatch(model -> !model.properties(BomProperties.ID).isEmpty());
    }

    private static List<BomModel> models(Map<String, Object> tree) {
        List<BomModel> models = new ArrayList<>();
        Object main = ParsedTree.at(tree, "metadata", "component");
        if (main != null) {
            models.addAll(BomModel.models(List.of(main)));
        }
        models.addAll(BomModel.models(tree.get("components")));
        return models;
    }

    private static Map<String, ModelId> names(List<BomModel> models) {
        Map<String, ModelId> names = new HashMap<>();
        for (BomModel model : models) {
            try {
                names.put(model.reference(), model.id());
            } catch (IllegalArgumentException e) {
                names.remove(model.reference()); // its own reading says why
            }
        }
        names.remove("");
        return names;
    }

    /** Models by the models that depend on them; what is no model, such as a data set, is left out. */
    private static Map<ModelId, List<ModelId>> dependencies(Map<String, Object> tree, Map<String, ModelId> names) {
        Map<ModelId, List<ModelId>> dependencies = new LinkedHashMap<>();
        if (tree.get("dependencies") instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> map && map.get("dependsOn") instanceof List<?> on) {
                    ModelId child = names.get(String.valueOf(map.get("ref")));
                    List<ModelId> parents = on.stream()
                            .map(reference -> names.get(String.valueOf(reference)))
                            .filter(Objects::nonNull)
                            .toList();
                    if (child != null && !parents.isEmpty()) {
                        dependencies
                                .computeIfAbsent(child, id -> new ArrayList<>())
                                .addAll(parents);
                    }
                }
            }
        }
        return dependencies;
    }
}

package org.eyrie.sources.cyclonedx;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.export.BomProperties;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/**
 * A component of a bill that is a machine learning model.
 *
 * @param tree the component as it stands there
 */
record BomModel(Map<String, Object> tree) {

    private static final String TYPE = "machine-learning-model";
    private static final Pattern HUB = Pattern.compile("pkg:huggingface/([^@?#]+)(?:@([^?#]+))?.*");

    /** Whether a component is one. */
    static boolean isModel(Map<String, Object> component) {
        return TYPE.equals(component.get("type"));
    }

    /**
     * Its name: our own, or that of its package URL, or of its group and name.
     *
     * @throws IllegalArgumentException if it has none
     */
    ModelId id() {
        List<String> own = properties(BomProperties.ID);
        if (!own.isEmpty()) {
            return new ModelId(own.get(0));
        }
        Matcher hub = HUB.matcher(text("purl"));
        if (hub.matches()) {
            return ModelPaths.id(decoded(hub.group(1)));
        }
        String group = text("group");
        String name = text("name");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("The component has neither a name nor a package URL of the Hub");
        }
        return ModelPaths.id(group.isEmpty() || name.startsWith(group + "/") ? name : group + "/" + name);
    }

    /** Its version, or the commit in its package URL; null where there is none. */
    @Nullable
    String revision() {
        String version = text("version");
        Matcher hub = HUB.matcher(text("purl"));
        String commit = hub.matches() && hub.group(2) != null ? decoded(hub.group(2)) : "";
        String said = version.isEmpty() ? commit : version;
        return said.isEmpty() ? null : said;
    }

    /** Its licence as an identifier, an expression or a name; null where there is none. */
    @Nullable
    String licence() {
        if (tree.get("licenses") instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?> first) {
            Map<String, Object> choice = ParsedTree.object(first);
            for (Object said : new Object[] {
                ParsedTree.at(choice, "license", "id"),
                choice.get("expression"),
                ParsedTree.at(choice, "license", "name")
            }) {
                if (said instanceof String text && !text.isBlank()) {
                    return text.strip();
                }
            }
        }
        return null;
    }

    /** Its architecture as its model card says; null where that does not. */
    @Nullable
    String architecture() {
        Object said = ParsedTree.at(tree, "modelCard", "modelParameters", "modelArchitecture");
        return said instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    /** The components that its pedigree names as ancestors. */
    List<BomModel> ancestors() {
        return models(ParsedTree.at(tree, "pedigree", "ancestors"));
    }

    /** What its model card measured, each as it stands there. */
    List<Map<String, Object>> metrics() {
        List<Map<String, Object>> metrics = new ArrayList<>();
        if (ParsedTree.at(tree, "modelCard", "quantitativeAnalysis", "performanceMetrics") instanceof List<?> list) {
            list.forEach(metric -> {
                if (metric instanceof Map<?, ?> map) {
                    metrics.add(ParsedTree.object(map));
                }
            });
        }
        return metrics;
    }

    /** The values of a property, in their order. */
    List<String> properties(String name) {
        return properties(tree, name);
    }

    static List<String> properties(Map<String, Object> tree, String name) {
        List<String> values = new ArrayList<>();
        if (tree.get("properties") instanceof List<?> list) {
            for (Object property : list) {
                if (property instanceof Map<?, ?> map
                        && name.equals(map.get("name"))
                        && map.get("value") instanceof String value) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    /** Models in a list of components, of those inside others too. */
    static List<BomModel> models(@Nullable Object components) {
        List<BomModel> models = new ArrayList<>();
        if (components instanceof List<?> list) {
            for (Object component : list) {
                if (component instanceof Map<?, ?> map) {
                    Map<String, Object> tree = ParsedTree.object(map);
                    if (isModel(tree)) {
                        models.add(new BomModel(tree));
                    }
                    models.addAll(models(tree.get("components")));
                }
            }
        }
        return models;
    }

    /** What others in the bill call it; empty where it has no such name. */
    String reference() {
        return text("bom-ref");
    }

    private String text(String key) {
        return tree.get(key) instanceof String text ? text.strip() : "";
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}

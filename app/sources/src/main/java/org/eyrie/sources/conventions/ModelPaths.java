package org.eyrie.sources.conventions;

import org.eyrie.model.ModelId;
import org.eyrie.sources.spi.Text;

/** Names of models as programs write them down: a name on the Hub, or a folder on somebody's disk. */
public final class ModelPaths {

    private static final String LOCAL = "local:";

    private ModelPaths() {}

    /** Whether the path is a folder, which says nothing to anybody else. */
    public static boolean isLocal(String path) {
        return path.startsWith("/")
                || path.startsWith(".")
                || path.startsWith("~")
                || path.startsWith(LOCAL)
                || path.contains("\\")
                || path.chars().filter(character -> character == '/').count() > 1;
    }

    /**
     * The model's name in the graph: the path; of a folder its last part, marked as such, so that the edge is kept
     * and nobody takes it for a published model.
     *
     * @throws IllegalArgumentException if it is no name
     */
    public static ModelId id(String path) {
        if (!isLocal(path) || path.startsWith(LOCAL)) {
            return new ModelId(path.strip());
        }
        String[] parts = path.replace('\\', '/').split("/", -1);
        for (int at = parts.length - 1; at >= 0; at--) {
            if (!parts[at].isBlank() && !parts[at].startsWith(".")) {
                return new ModelId(LOCAL + parts[at].strip());
            }
        }
        throw new IllegalArgumentException("The folder " + Text.quoted(path) + " is no model's name");
    }

    /** What to tell the person about a model that is a folder. */
    public static String advice(ModelId model) {
        return model + " is a folder on somebody's disk: name the published model where there is one";
    }
}

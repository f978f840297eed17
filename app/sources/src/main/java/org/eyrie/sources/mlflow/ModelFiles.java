package org.eyrie.sources.mlflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.model.Relation;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Text;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.tree.ParsedTree;
import org.eyrie.sources.tree.StrictYaml;

/**
 * The file {@code MLmodel} that lies with a version's weights, where nothing else says what the version was made from: its
 * {@code metadata}, and of its flavors {@code source_model_name}, the model that a pipeline was loaded from, with
 * {@code peft_adaptor} where the weights are an adapter's.
 */
final class ModelFiles {

    private static final String FLAVORS = "flavors";
    private static final String SOURCE = "source_model_name";
    private static final String ADAPTER = "peft_adaptor";

    private final MlflowRegistry registry;
    private final FactSink sink;
    private boolean closed;

    ModelFiles(MlflowRegistry registry, FactSink sink) {
        this.registry = registry;
        this.sink = sink;
    }

    /**
     * What a version's file says; empty where there is none, or it says nothing. A server that cannot reach its own files is
     * asked no more.
     */
    Optional<LineageTags.Found> of(ModelVersion version) {
        if (closed) {
            return Optional.empty();
        }
        Place place = Place.of(registry.uri() + " " + version.address() + " MLmodel");
        try {
            Optional<byte[]> file = registry.modelFile(version, sink.waitingAt(0, -1));
            return file.isEmpty() ? Optional.empty() : read(place, file.get());
        } catch (RegistryUnavailableException e) {
            closed = true;
            sink.note(
                    place,
                    "The server does not hand out the files of its models, so that parents which only those name are"
                            + " not known: " + e.getMessage());
        } catch (IOException e) {
            sink.note(place, "It is left out: " + e.getMessage());
        }
        return Optional.empty();
    }

    static Optional<LineageTags.Found> read(Place place, byte[] file) throws UnreadableException {
        List<Map<String, Object>> documents = StrictYaml.documents(place, new String(file, StandardCharsets.UTF_8));
        if (documents.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> metadata = new HashMap<>();
        ParsedTree.child(documents.get(0), "metadata").forEach((key, value) -> {
            if (value instanceof String text) {
                metadata.put(key, text);
            }
        });
        Optional<LineageTags.Found> said = LineageTags.in(metadata);
        return said.isPresent() ? said : flavor(ParsedTree.child(documents.get(0), FLAVORS));
    }

    private static Optional<LineageTags.Found> flavor(Map<String, Object> flavors) {
        for (String flavor : flavors.keySet()) {
            Map<String, Object> keys = ParsedTree.child(flavors, flavor);
            if (keys.get(SOURCE) instanceof String source && !source.isBlank()) {
                return Optional.of(new LineageTags.Found(
                        "flavor " + Text.quoted(flavor) + " " + SOURCE,
                        List.of(new ParentReference(source.strip(), null)),
                        keys.get(ADAPTER) == null ? Relation.UNKNOWN : Relation.ADAPTER));
            }
        }
        return Optional.empty();
    }
}

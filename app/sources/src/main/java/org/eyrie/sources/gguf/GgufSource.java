package org.eyrie.sources.gguf;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eyrie.model.Derivation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.FileSource;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;

/**
 * The header of a GGUF file. {@code general.source} is the model the file was converted from, {@code
 * general.base_model} what that one was made of; where the source is not named, the file's model takes its place.
 */
public final class GgufSource extends FileSource {

    private static final long MAX_PARENTS = 1_000;

    private static final Pattern READ = Pattern.compile(
            "general\\.(?:(?:base_model\\.\\d+|source)\\.)?(?:name|organization|repo_url)|general\\.base_model\\.count"
                    + "|general\\.(?:architecture|size_label|parameter_count)|[a-z0-9_-]+\\.expert_count");

    /** A header has dozens of them, about the network's shape: one line in a report is enough. */
    private static final String OTHER = "(further keys of the header)";

    private final @Nullable ModelId model;

    /** @param model the model in the file, null to take its name from the header */
    public GgufSource(Input input, @Nullable ModelId model) {
        super(input);
        this.model = model;
    }

    @Override
    public void read(FactSink sink) throws IOException {
        Place place = whole();
        Map<String, Object> keys;
        try (Input.Counted bytes = input.open()) {
            keys = GgufHeader.read(place, bytes.stream());
        }
        ModelId id = model != null
                ? model
                : named(keys, "general.")
                        .orElseThrow(() -> new UnreadableException(
                                place,
                                "The header does not name the model. Name it, for example with --model-id org/name"));
        sink.model(place, Model.stub(id));
        Optional<ModelId> source = named(keys, "general.source.");
        sink.traits(place, new Model(id, GgufTraits.of(keys)), build(source.orElse(id), id, keys));
        if (source.isPresent() && !source.get().equals(id)) {
            derivation(place, id, source.get(), Relation.QUANTIZED, "general.source", sink);
        }
        bases(place, source.orElse(id), keys, sink);
        keys.keySet().stream().filter(key -> !READ.matcher(key).matches()).forEach(key -> sink.ignored(OTHER));
        sink.reached(1, 1);
    }

    /** Models that it has the architecture and size of: what it was converted from, or else was made from alone. */
    private static List<ModelId> build(ModelId source, ModelId model, Map<String, Object> keys) {
        return source.equals(model)
                ? Stream.of(named(keys, "general.base_model.0."))
                        .flatMap(Optional::stream)
                        .toList()
                : List.of(source);
    }

    private void bases(Place place, ModelId child, Map<String, Object> keys, FactSink sink) throws UnreadableException {
        long count = keys.get("general.base_model.count") instanceof Long number ? number : 0;
        if (count < 0 || count > MAX_PARENTS) {
            throw new UnreadableException(place, "general.base_model.count cannot be " + count);
        }
        Relation relation = count > 1 ? Relation.MERGE : Relation.FINETUNE;
        for (long at = 0; at < count; at++) {
            String prefix = "general.base_model." + at + ".";
            Optional<ModelId> parent = named(keys, prefix);
            if (parent.isPresent()) {
                derivation(place, child, parent.get(), relation, "general.base_model", sink);
            } else {
                sink.note(place, prefix + " names no model");
            }
        }
    }

    private void derivation(Place place, ModelId child, ModelId parent, Relation relation, String key, FactSink sink) {
        try {
            sink.derivation(place, new Derivation(child, parent, relation, null, input.name() + ": " + key));
        } catch (IllegalArgumentException e) {
            sink.reject(place, String.valueOf(e.getMessage()));
        }
    }

    // The address names a model exactly; the parts of its name are written for people, with spaces.
    private static Optional<ModelId> named(Map<String, Object> keys, String prefix) {
        Object url = keys.get(prefix + "repo_url");
        if (url instanceof String text) {
            Optional<ModelId> id = ofUrl(text);
            if (id.isPresent()) {
                return id;
            }
        }
        Object organization = keys.get(prefix + "organization");
        Object name = keys.get(prefix + "name");
        if (!(name instanceof String text) || text.isBlank()) {
            return Optional.empty();
        }
        String model = text.strip().replaceAll("\\s+", "-");
        boolean alone = !(organization instanceof String org) || org.isBlank();
        String full = alone ? model : String.valueOf(organization).strip().replaceAll("\\s+", "-") + "/" + model;
        return ofText(full);
    }

    private static Optional<ModelId> ofUrl(String url) {
        try {
            String path = Optional.ofNullable(URI.create(url.strip()).getPath()).orElse("");
            String[] parts = path.replaceFirst("^/", "").split("/", -1);
            return parts.length < 2 ? Optional.empty() : ofText(parts[0] + "/" + parts[1]);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<ModelId> ofText(String text) {
        try {
            return Optional.of(new ModelId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package org.eyrie.sources.gguf;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eyrie.model.Derivation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.conventions.NamedModel;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.FileSource;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;

/**
 * The header of a GGUF file. {@code general.source} is the model the file was converted from, {@code
 * general.base_model} what that one was made of. Converters write no source but the name of it, {@code general.name}: of a
 * quantised file that is the model it is a copy of, of any other the model itself.
 */
public final class GgufSource extends FileSource {

    private static final long MAX_PARENTS = 1_000;

    private static final Pattern READ = Pattern.compile(
            "general\\.(?:(?:base_model\\.\\d+|source)\\.)?(?:name|organization|repo_url|url)|general\\.base_model\\.count"
                    + "|general\\.(?:architecture|size_label|parameter_count|type|file_type)|general\\.source\\.huggingface\\.repository|adapter\\.type|[a-z0-9_-]+\\.expert_count");

    private final @Nullable ModelId model;
    private final @Nullable ModelId source;

    /** @param model the model in the file, null to take its name from the address, the header or the file */
    public GgufSource(Input input, @Nullable ModelId model) {
        this(input, model, null);
    }

    /**
     * @param model the model in the file, null to take its name from the address, the header or the file
     * @param source the model it was converted from, null to believe the header
     */
    public GgufSource(Input input, @Nullable ModelId model, @Nullable ModelId source) {
        super(input);
        this.model = model;
        this.source = source;
    }

    @Override
    public void read(FactSink sink) throws IOException {
        Place place = whole();
        Map<String, Object> keys;
        try (Input.Counted bytes = input.open()) {
            keys = GgufHeader.read(place, bytes.stream());
        }
        boolean quantized = Boolean.TRUE.equals(GgufNames.isQuantized(keys, input.name()));
        ModelId id = id(place, keys, quantized);
        sink.model(place, Model.stub(id));
        Optional<NamedModel> from = original(keys, quantized);
        Optional<NamedModel> original = from.filter(named -> !GgufNames.areAlike(named.id(), id));
        ModelId whole = original.map(NamedModel::id).orElse(id);
        sink.traits(place, new Model(id, GgufTraits.of(keys)), build(whole, id, keys));
        original.ifPresent(named -> converted(place, id, named, keys, sink));
        if (quantized && from.isEmpty() && !GgufNames.isAdapter(keys)) {
            sink.note(place, unknownOriginal(id, keys));
        }
        if (model == null && id.equals(whole)) {
            itself(place, id, keys, sink);
        }
        bases(place, whole, keys, sink);
        keys.keySet().stream().filter(key -> !READ.matcher(key).matches()).forEach(sink::ignored);
        sink.reached(1, 1);
    }

    // A quantised file is a copy of the model whose name its header has: it must not be taken for that model.
    private ModelId id(Place place, Map<String, Object> keys, boolean quantized) throws UnreadableException {
        if (model != null) {
            return model;
        }
        Optional<ModelId> repository = repository();
        Optional<ModelId> named = GgufNames.named(keys, "general.").map(NamedModel::id);
        boolean copy =
                quantized && !GgufNames.isAdapter(keys) && original(keys, true).isPresent();
        if (repository.isPresent() || (named.isPresent() && !copy)) {
            return repository.orElseGet(named::get);
        }
        if (!copy || input.name().contains("://")) {
            throw new UnreadableException(place, nameless(keys, quantized));
        }
        return ModelPaths.id(input.name().startsWith("/") ? input.name() : "./" + input.name());
    }

    /** Where the file lies on a hub; empty for one on a disk. */
    private Optional<ModelId> repository() {
        return input.name().contains("://")
                ? Optional.of(ModelPaths.id(input.name()))
                        .filter(id -> !id.value().contains("://"))
                : Optional.empty();
    }

    private String nameless(Map<String, Object> keys, boolean quantized) {
        String commit = GgufNames.commit(keys);
        return (commit == null
                        ? "The header does not name the model"
                        : "The name in the header, " + commit + ", is a commit and names no model")
                + (quantized && !GgufNames.isAdapter(keys)
                        ? ". The file is quantised, so that it looks like a copy: name it and the model it is a copy of, "
                                + command("--model-id org/name-GGUF --source org/name")
                        : ". Name it, " + command("--model-id org/name"));
    }

    private String unknownOriginal(ModelId id, Map<String, Object> keys) {
        boolean bases = keys.get("general.base_model.count") instanceof Long count && count > 0;
        String commit = GgufNames.commit(keys);
        return "It is quantised, so that it looks like a copy, and the header "
                + (commit == null ? "does not say of which model" : "names it by a commit, " + commit)
                + (bases ? "" : ": no parent is known") + ". Name the model it is a copy of, "
                + command((model == null ? "" : "--model-id " + id + " ") + "--source org/name");
    }

    private String command(String options) {
        String file = input.name().contains("://") ? input.name() : input.origin();
        return "as in: eyrie import gguf " + file + " " + options;
    }

    private void itself(Place place, ModelId id, Map<String, Object> keys, FactSink sink) {
        if (repository().isEmpty() && GgufNames.inWords(keys, "general.")) {
            sink.note(
                    place,
                    "It is taken for " + id + ", as its header names it in words: where the model is called otherwise,"
                            + " capitals too, name it, " + command("--model-id org/name"));
            ModelPaths.ownerless(id).ifPresent(remark -> sink.note(place, remark));
        }
    }

    private Optional<NamedModel> original(Map<String, Object> keys, boolean quantized) {
        if (source != null || GgufNames.isAdapter(keys)) {
            return Optional.ofNullable(source).map(named -> new NamedModel(named, null));
        }
        return GgufNames.source(keys).or(() -> quantized ? nearest(keys) : Optional.empty());
    }

    // Where words and an address name the same model, the address has its capitals.
    private static Optional<NamedModel> nearest(Map<String, Object> keys) {
        Optional<NamedModel> base = GgufNames.named(keys, "general.base_model.0.");
        return GgufNames.named(keys, "general.")
                .map(words -> base.filter(exact -> GgufNames.areAlike(words.id(), exact.id()))
                        .orElse(words));
    }

    private void converted(Place place, ModelId id, NamedModel from, Map<String, Object> keys, FactSink sink) {
        boolean whole = Boolean.FALSE.equals(GgufNames.isQuantized(keys, input.name()));
        boolean said = source != null || GgufNames.source(keys).isPresent();
        derivation(
                place,
                id,
                from,
                whole ? Relation.UNKNOWN : Relation.QUANTIZED,
                said ? "general.source" : "general.name",
                sink);
        if (!said) {
            sink.note(
                    place,
                    "It is taken for a copy of " + from.id()
                            + ", as its header names what it was converted from in words:"
                            + " where the model is called otherwise, capitals too, name it, "
                            + command((model == null ? "" : "--model-id " + id + " ") + "--source org/name"));
            ModelPaths.ownerless(from.id()).ifPresent(remark -> sink.note(place, remark));
        }
        if (whole) {
            sink.note(place, "It is a copy of " + from.id() + " in another format, and not quantised");
        }
    }

    /** Models that it has the architecture and size of: what it was converted from, or else was made from alone. */
    private static List<ModelId> build(ModelId original, ModelId model, Map<String, Object> keys) {
        return original.equals(model)
                ? GgufNames.named(keys, "general.base_model.0.").map(NamedModel::id).stream()
                        .toList()
                : List.of(original);
    }

    private void bases(Place place, ModelId child, Map<String, Object> keys, FactSink sink) throws UnreadableException {
        long count = keys.get("general.base_model.count") instanceof Long number ? number : 0;
        if (count < 0 || count > MAX_PARENTS) {
            throw new UnreadableException(place, "general.base_model.count cannot be " + count);
        }
        Relation relation =
                GgufNames.isAdapter(keys) ? Relation.ADAPTER : count > 1 ? Relation.MERGE : Relation.FINETUNE;
        for (long at = 0; at < count; at++) {
            String prefix = "general.base_model." + at + ".";
            Optional<NamedModel> parent = GgufNames.named(keys, prefix);
            ModelId id = parent.map(NamedModel::id).orElse(null);
            boolean itself = id != null && model == null && GgufNames.areAlike(id, child);
            if (itself || (id != null && !child.equals(model) && id.equals(child))) {
                continue;
            }
            if (parent.isEmpty()) {
                sink.note(place, prefix + " names no model");
                continue;
            }
            derivation(place, child, parent.get(), relation, "general.base_model", sink);
            if (GgufNames.inWords(keys, prefix)) {
                sink.note(
                        place,
                        "The header names the parent " + parent.get().id()
                                + " in words: the model may be called otherwise, capitals too");
            }
        }
    }

    private void derivation(
            Place place, ModelId child, NamedModel parent, Relation relation, String key, FactSink sink) {
        try {
            String evidence = input.name() + ": " + key + parent.at();
            sink.derivation(place, new Derivation(child, parent.id(), relation, null, evidence));
        } catch (IllegalArgumentException e) {
            sink.reject(place, String.valueOf(e.getMessage()));
        }
    }
}

package org.eyrie.sources.config;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Traits;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.FileSource;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.text.Whole;
import org.eyrie.sources.tree.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * {@code config.json} of a model's folder: its architecture, the number format of its weights, whether it has experts. It
 * does not hold the number of parameters.
 */
public final class ConfigSource extends FileSource {

    private static final int MAX_LENGTH = 4_000_000;

    /** Under these names architectures count their experts. */
    private static final List<String> EXPERTS = List.of("num_local_experts", "num_experts", "n_routed_experts");

    private final ModelId model;

    /** @param model whose configuration it is; the file does not name it */
    public ConfigSource(Input input, ModelId model) {
        super(input);
        this.model = model;
    }

    @Override
    public void read(FactSink sink) throws IOException {
        Place place = whole();
        Map<String, Object> tree = StrictJson.object(place, Whole.text(input, MAX_LENGTH));
        String architecture =
                tree.get("architectures") instanceof List<?> list && !list.isEmpty() ? text(list.get(0)) : null;
        if (architecture == null) {
            throw new UnreadableException(
                    place, "\"architectures\" must list the network's class: is this a config.json of transformers?");
        }
        String precision = text(tree.get("dtype")) != null ? text(tree.get("dtype")) : text(tree.get("torch_dtype"));
        Boolean experts =
                EXPERTS.stream().anyMatch(key -> tree.get(key) instanceof Number count && count.doubleValue() > 1)
                        ? Boolean.TRUE
                        : null;
        sink.traits(
                place,
                new Model(model, new Traits(architecture, null, null, precision, null, experts, null, null)),
                List.of());
        tree.keySet().stream()
                .filter(key -> !key.equals("architectures")
                        && !key.equals("dtype")
                        && !key.equals("torch_dtype")
                        && !EXPERTS.contains(key))
                .forEach(sink::ignored);
        sink.reached(input.bytes(), input.bytes());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? text.strip() : null;
    }
}

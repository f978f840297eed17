package org.eyrie.sources.adapter;

import java.io.IOException;
import java.util.List;
import org.eyrie.model.Derivation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.FileSource;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.text.Whole;
import org.eyrie.sources.tree.Fields;
import org.eyrie.sources.tree.StrictJson;
import org.jspecify.annotations.Nullable;

/** {@code adapter_config.json} of PEFT: an adapter derives from the model it was trained on. */
public final class AdapterSource extends FileSource {

    private static final int MAX_LENGTH = 1_000_000;
    private static final List<String> OF_NO_MATTER = List.of("r", "lora_alpha", "task_type", "inference_mode");

    private final ModelId model;

    /** @param model the adapter; the file does not name it */
    public AdapterSource(Input input, ModelId model) {
        super(input);
        this.model = model;
    }

    @Override
    public void read(FactSink sink) throws IOException {
        Place place = whole();
        Fields fields = new Fields(StrictJson.object(place, Whole.text(input, MAX_LENGTH)));
        OF_NO_MATTER.forEach(fields::value);
        Object base = fields.value("base_model_name_or_path");
        String type = fields.text("peft_type");
        String revision = fields.text("revision");
        if (!(base instanceof String path) || path.isBlank()) {
            throw new UnreadableException(
                    place,
                    "base_model_name_or_path must name the model that is adapted: is this an adapter_config.json?");
        }
        String evidence =
                input.name() + (type == null ? "" : ": " + type) + (revision == null ? "" : " at " + revision);
        Derivation edge = edge(fields, path, evidence);
        if (edge == null) {
            sink.reject(place, fields.faults());
            return;
        }
        sink.derivation(place, edge);
        sink.traits(place, Model.stub(model), List.of(edge.parent()));
        fields.reportIgnored(sink);
        ModelPaths.remark(edge.parent()).ifPresent(remark -> sink.note(place, remark));
        sink.reached(input.bytes(), input.bytes());
    }

    private @Nullable Derivation edge(Fields fields, String path, String evidence) {
        return fields.make(() -> new Derivation(model, ModelPaths.id(path), Relation.ADAPTER, null, evidence));
    }
}

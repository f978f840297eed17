package org.eyrie.sources.adapter;

import java.io.IOException;
import java.util.List;
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
import org.eyrie.sources.text.Whole;
import org.eyrie.sources.tree.Fields;
import org.eyrie.sources.tree.StrictJson;
import org.jspecify.annotations.Nullable;

/** {@code adapter_config.json} of PEFT: an adapter derives from the model it was trained on. */
public final class AdapterSource extends FileSource {

    private static final String BASE = "base_model_name_or_path";
    private static final int MAX_LENGTH = 1_000_000;
    private static final List<String> OF_NO_MATTER = List.of("r", "lora_alpha", "task_type", "inference_mode");

    private final ModelId model;
    private final @Nullable ModelId base;

    /** @param model the adapter; the file does not name it */
    public AdapterSource(Input input, ModelId model) {
        this(input, model, null);
    }

    /**
     * @param model the adapter; the file does not name it
     * @param base the model that is adapted, whatever the file says; null to believe it
     */
    public AdapterSource(Input input, ModelId model, @Nullable ModelId base) {
        super(input);
        this.model = model;
        this.base = base;
    }

    @Override
    public void read(FactSink sink) throws IOException {
        Place place = whole();
        Fields fields = new Fields(StrictJson.object(place, Whole.text(input, MAX_LENGTH)));
        OF_NO_MATTER.forEach(fields::value);
        Object said = fields.value(BASE);
        String type = fields.text("peft_type");
        String revision = fields.text("revision");
        if (base == null && !(said instanceof String text && !text.isBlank())) {
            throw new UnreadableException(place, missing(fields, said));
        }
        NamedModel parent =
                base != null ? new NamedModel(base, null) : fields.make(() -> ModelPaths.read(String.valueOf(said)));
        Derivation edge = null;
        if (parent != null) {
            NamedModel meant = revision == null ? parent : new NamedModel(parent.id(), revision);
            edge = edge(fields, meant.id(), input.name() + (type == null ? "" : ": " + type) + meant.at());
        }
        if (edge == null) {
            sink.reject(place, fields.faults());
            return;
        }
        sink.derivation(place, edge);
        sink.traits(place, Model.stub(model), List.of(edge.parent()));
        fields.reportIgnored(sink);
        ModelPaths.remark(edge.parent()).ifPresent(remark -> sink.note(place, remark));
        if (base == null) {
            ModelPaths.ownerless(edge.parent()).ifPresent(remark -> sink.note(place, remark));
        }
        sink.reached(input.bytes(), input.bytes());
    }

    private String missing(Fields fields, @Nullable Object said) {
        boolean adapter = fields.value("peft_type") != null;
        String found = said == null ? adapter ? "is null or missing" : "is missing" : "is no name";
        return BASE + " " + found + ", and it must name the model that is adapted"
                + (adapter
                        ? ": PEFT writes that where the model had no name. Name it, as in: eyrie import adapter "
                                + input.origin() + " --model-id " + model + " --base-model org/name"
                        : ": is this an adapter_config.json?");
    }

    private @Nullable Derivation edge(Fields fields, ModelId parent, String evidence) {
        return fields.make(() -> new Derivation(model, parent, Relation.ADAPTER, null, evidence));
    }
}

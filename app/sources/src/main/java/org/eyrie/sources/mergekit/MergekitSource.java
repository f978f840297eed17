package org.eyrie.sources.mergekit;

import java.io.IOException;
import java.util.Locale;
import org.eyrie.model.Derivation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Recipe;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.text.FileSource;
import org.eyrie.sources.text.Input;

/** The configuration a model was merged with: weighted derivations, and the configuration itself as its recipe. */
public final class MergekitSource extends FileSource {

    private final ModelId model;

    /** @param model the model that was made; the configuration does not name it */
    public MergekitSource(Input input, ModelId model) {
        super(input);
        this.model = model;
    }

    @Override
    public void read(FactSink sink) throws IOException {
        facts(model, MergeRecipe.read(input), input.name(), sink);
        sink.reached(input.bytes(), input.bytes());
    }

    /** Hands over what a recipe says of a model. */
    public static void facts(ModelId model, MergeRecipe recipe, String source, FactSink sink) {
        Place place = Place.of(source);
        for (MergeRecipe.Parent parent : recipe.parents()) {
            String revision = parent.revision() == null ? "" : " at " + parent.revision();
            String evidence = source + ": " + recipe.method() + ", "
                    + parent.role().name().toLowerCase(Locale.ROOT) + revision;
            try {
                sink.derivation(
                        place, new Derivation(model, parent.model(), parent.relation(), parent.weight(), evidence));
            } catch (IllegalArgumentException e) {
                sink.reject(place, String.valueOf(e.getMessage()));
            }
            ModelPaths.remark(parent.model()).ifPresent(remark -> sink.note(place, remark));
        }
        sink.traits(place, new Model(model, recipe.traits()), recipe.build());
        recipe.notes().forEach(note -> sink.note(place, note));
        recipe.unknown().forEach(sink::ignored);
        sink.recipe(place, new Recipe(model, recipe.method(), recipe.text(), recipe.rule(), source));
    }
}

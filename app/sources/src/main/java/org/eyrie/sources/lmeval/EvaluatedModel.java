package org.eyrie.sources.lmeval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.conventions.NamedModel;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/**
 * Which model a results file is about.
 *
 * @param id its name
 * @param commit of it, null where none was said
 * @param folder whether the files name a folder on a disk, which nobody has published
 * @param ties what the arguments say it was made from: an adapter the model it is applied to, a revision the model it
 *     is one of
 */
record EvaluatedModel(ModelId id, @Nullable String commit, boolean folder, List<Derivation> ties) {

    /** The harness makes up such a name where it was told none. */
    private static final Pattern MADE_UP = Pattern.compile("[a-z0-9]{8}");

    EvaluatedModel {
        ties = List.copyOf(ties);
    }

    /**
     * What the harness was told to evaluate, else the name it gives the run unless that is made up; null where neither is
     * a name.
     *
     * @param results a results file
     * @param named the model as the caller names it, or null to believe the file
     */
    static @Nullable EvaluatedModel in(Map<String, Object> results, @Nullable ModelId named) {
        EvaluatedModel told = told(results, named);
        return told != null || named == null ? told : new EvaluatedModel(named, null, false, List.of());
    }

    private static @Nullable EvaluatedModel told(Map<String, Object> results, @Nullable ModelId named) {
        try {
            ModelArguments arguments = LightevalModel.arguments(results)
                    .orElseGet(() -> ModelArguments.of(ParsedTree.at(results, "config", "model_args")));
            LoadedModel loaded = LoadedModel.of(arguments, ParsedTree.at(results, "config", "model_revision"));
            if (loaded != null) {
                return new EvaluatedModel(
                        named == null ? loaded.id() : named,
                        loaded.commit(),
                        isFolder(loaded.id()),
                        loaded.ties(named));
            }
            Optional<NamedModel> name = nameOf(results);
            return name.isEmpty()
                    ? null
                    : new EvaluatedModel(
                            named == null ? name.get().id() : named,
                            name.get().revision(),
                            isFolder(name.get().id()),
                            List.of());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    // A model that was loaded in a notebook stands where otherwise the kind of model does.
    private static Optional<NamedModel> nameOf(Map<String, Object> results) {
        List<Object> names = new ArrayList<>();
        names.add(ParsedTree.at(results, "config_general", "model_name"));
        names.add(results.get("model_name"));
        names.add(ParsedTree.at(results, "config", "model"));
        for (int at = 0; at < names.size(); at++) {
            Optional<String> name = text(names.get(at));
            boolean usable = at == 0
                    || (at == 1
                            ? name.filter(MADE_UP.asMatchPredicate()).isEmpty()
                            : name.filter(text -> text.contains("/")).isPresent());
            if (name.isPresent() && usable) {
                return name.map(ModelPaths::read).map(LoadedModel::atCommit);
            }
        }
        return Optional.empty();
    }

    private static boolean isFolder(ModelId id) {
        return ModelPaths.isLocal(id.value()) && id.value().indexOf('@') < 0;
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }

    /** Edges of a model, without those from itself to itself. */
    static List<Derivation> edge(ModelId child, ModelId parent, Relation relation, String told) {
        return child.equals(parent)
                ? List.of()
                : List.of(new Derivation(child, parent, relation, null, Results.HARNESS + ": " + told));
    }
}

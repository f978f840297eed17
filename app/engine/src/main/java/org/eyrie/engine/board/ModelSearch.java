package org.eyrie.engine.board;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eyrie.model.Model;
import org.eyrie.model.Nearest;

/** Finds models by words of their ids. */
final class ModelSearch {

    private ModelSearch() {}

    static FoundModels of(String text, List<BoardModel> models, int offset, int limit) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<String> words = List.of(wanted.split("[\\s,]+"));
        List<Model> found = models.stream()
                .map(BoardModel::model)
                .filter(model -> words.stream().allMatch(lower(model)::contains))
                .sorted(Comparator.<Model>comparingInt(model -> rank(model, wanted, words))
                        .thenComparingInt(model -> model.id().value().length())
                        .thenComparing(Model::id))
                .toList();
        if (found.isEmpty()) {
            List<Model> near =
                    Nearest.of(wanted, models.stream().map(BoardModel::model).toList(), model -> model.id()
                            .value());
            return new FoundModels(near, near.size(), true);
        }
        return new FoundModels(found.stream().skip(offset).limit(limit).toList(), found.size(), false);
    }

    private static String lower(Model model) {
        return model.id().value().toLowerCase(Locale.ROOT);
    }

    /** The whole id, the name without its author, how it begins, whole words, parts of words. */
    private static int rank(Model model, String wanted, List<String> words) {
        String id = lower(model);
        String name = id.substring(id.indexOf('/') + 1);
        if (id.equals(wanted)) {
            return 0;
        }
        if (name.equals(wanted)) {
            return 1;
        }
        if (name.startsWith(wanted) || id.startsWith(wanted)) {
            return 2;
        }
        List<String> parts = List.of(id.split("[^\\p{L}\\p{N}.]+"));
        return words.stream().allMatch(parts::contains) ? 3 : 4;
    }
}

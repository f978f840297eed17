package org.eyrie.sources.mergekit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.spi.Text;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a configuration, which may be made from one another, in whatever order they stand. They go by their
 * names, or by the folder that a merge of several steps keeps them in, such as {@code ./intermediates/NAME}.
 */
final class MergeDocuments {

    private final Map<String, MergeDocument> named = new LinkedHashMap<>();
    private final Map<String, Contributions> made = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable MergeDocument nameless;

    /** @throws IllegalArgumentException if one is no merge, or it cannot be told which is which */
    MergeDocuments(List<Map<String, Object>> trees) {
        for (Map<String, Object> tree : trees) {
            MergeDocument document = new MergeDocument(tree);
            unknown.addAll(UnknownKeys.in(tree));
            notes.addAll(document.notes());
            if (document.name() == null) {
                if (nameless != null) {
                    throw new IllegalArgumentException(
                            "only one document may be without a name, the one that makes the model");
                }
                nameless = document;
            } else if (named.put(document.name(), document) != null) {
                throw new IllegalArgumentException("two documents are named " + Text.quoted(document.name()));
            }
        }
    }

    /** @throws IllegalArgumentException if documents are made from each other in a circle */
    MergeRecipe recipe(String text) {
        named.forEach(this::make);
        MergeDocument result = nameless == null ? unused() : nameless;
        Contributions shares = result == nameless ? unfolded(result) : made(result);
        Parents parents = Parents.of(shares);
        notes.addAll(parents.notes());
        return new MergeRecipe(result.method(), result.rule(), parents.parents(), text, unknown, notes);
    }

    // All have names: what no other is made from is what it was all done for.
    private MergeDocument unused() {
        List<Map.Entry<String, MergeDocument>> ends = named.entrySet().stream()
                .filter(each -> !used.contains(each.getKey()))
                .toList();
        Map.Entry<String, MergeDocument> last = ends.get(ends.size() - 1);
        if (ends.size() > 1) {
            notes.add("Every document has a name, and no other is made from "
                    + String.join(", ", ends.stream().map(Map.Entry::getKey).toList()) + ": " + last.getKey()
                    + ", which stands last, is taken for the model");
        }
        return last.getValue();
    }

    private Contributions made(MergeDocument document) {
        return made.getOrDefault(String.valueOf(document.name()), new Contributions());
    }

    private void make(String name, MergeDocument document) {
        if (made.containsKey(name)) {
            return;
        }
        if (!open.add(name)) {
            throw new IllegalArgumentException("documents are made from each other: " + String.join(", ", open));
        }
        made.put(name, unfolded(document));
        open.remove(name);
    }

    private Contributions unfolded(MergeDocument document) {
        return document.shares().unfolded(reference -> {
            String name = name(reference);
            MergeDocument from = name == null ? null : named.get(name);
            if (name == null || from == null) {
                return Optional.empty();
            }
            used.add(name);
            make(name, from);
            return Optional.ofNullable(made.get(name));
        });
    }

    private @Nullable String name(ModelReference reference) {
        if (named.containsKey(reference.path())) {
            return reference.path();
        }
        String last = reference.path().replace('\\', '/').replaceAll("/+$", "").replaceFirst("^.*/", "");
        return ModelPaths.isLocal(reference.path()) && named.containsKey(last) ? last : null;
    }
}

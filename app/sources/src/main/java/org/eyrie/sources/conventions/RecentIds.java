package org.eyrie.sources.conventions;

import java.util.function.Function;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * {@link ModelPaths#asWritten}, and one object for a name that comes again soon, as that of a model does with each of its
 * scores. Not for several threads.
 */
public final class RecentIds implements Function<String, ModelId> {

    private static final int KEPT = 1 << 12;

    private final @Nullable ModelId[] recent = new @Nullable ModelId[KEPT];

    @Override
    public ModelId apply(String text) {
        int slot = text.hashCode() & (KEPT - 1);
        ModelId kept = recent[slot];
        if (kept != null && kept.value().equals(text)) {
            return kept;
        }
        ModelId id = ModelPaths.asWritten(text);
        if (id.value().equals(text)) {
            recent[slot] = id;
        }
        return id;
    }
}

package org.eyrie.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is said of models that nobody knows, many in one answer: with those that may have been meant. */
public final class MissingModels {

    /** So many are read; a look through all names for each of thousands would take long. */
    private static final int ADVISED = 20;

    private final Supplier<? extends Collection<ModelId>> all;
    private final Map<ModelId, String> reasons = new HashMap<>();
    private @Nullable Collection<ModelId> known;

    /** @param all every model there is; asked for once, and only where one is missing */
    public MissingModels(Supplier<? extends Collection<ModelId>> all) {
        this.all = all;
    }

    /** That there is no such model, and which may have been meant. */
    public String reason(ModelId model) {
        return reasons.computeIfAbsent(
                model, missing -> String.valueOf(new UnknownModelException(missing, near(missing)).getMessage()));
    }

    private List<ModelId> near(ModelId missing) {
        if (reasons.size() >= ADVISED) {
            return List.of();
        }
        Collection<ModelId> names = known;
        if (names == null) {
            names = all.get();
            known = names;
        }
        return Nearest.of(missing.value(), names, ModelId::value);
    }
}

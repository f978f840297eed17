package org.eyrie.sources.conventions;

import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * A model as {@link ModelPaths} understood what somebody wrote.
 *
 * @param id its name in the graph
 * @param revision branch, tag or commit that was meant; null where none was said, or the usual branch
 */
public record NamedModel(ModelId id, @Nullable String revision) {

    /** The revision as evidence has it, behind what says the rest: {@code " at ab12"}; empty where none was said. */
    public String at() {
        return revision == null ? "" : " at " + revision;
    }

    /** The source of scores of it: who measured, and behind a comma, where no name of a source reaches, the revision. */
    public String measuredBy(String who) {
        return revision == null ? who : who + ", model" + at();
    }
}

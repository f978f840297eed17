package org.eyrie.sources.export;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * Package URLs of models on the Hub, such as {@code pkg:huggingface/acme/mix-7b@COMMIT}: what scanners know a model by. Their
 * definition: purl-spec, types/huggingface-definition.json.
 */
final class Purl {

    /** An owner and a name, whose characters need no escape. */
    private static final Pattern ON_HUB = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,95}/[A-Za-z0-9_.-]{1,96}");

    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{40}");

    private Purl() {}

    /**
     * The URL of a model; empty where its name is none of the Hub's, such as that of a folder or of another registry.
     *
     * @param revision becomes the version where it is a commit; null where nobody says
     */
    static Optional<String> of(ModelId model, @Nullable String revision) {
        if (!ON_HUB.matcher(model.value()).matches()) {
            return Optional.empty();
        }
        String commit =
                revision == null || !COMMIT.matcher(revision).matches() ? "" : "@" + revision.toLowerCase(Locale.ROOT);
        return Optional.of("pkg:huggingface/" + model.value() + commit);
    }
}

package org.eyrie.sources.conventions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eyrie.sources.spi.Text;
import org.jspecify.annotations.Nullable;

/** Folders that programs download published models to, which say which models those are. */
final class CacheFolder {

    private static final String HUB = "models--";
    private static final List<String> OTHER_HUB = List.of("datasets--", "spaces--");
    private static final String SNAPSHOTS = "snapshots";

    /** How ModelScope writes a dot. */
    private static final String DOT = "___";

    private CacheFolder() {}

    /**
     * The model in a cache; empty where the path is in none.
     *
     * @param path with slashes
     * @throws IllegalArgumentException if it is a cache of something else
     */
    static Optional<NamedModel> read(String path) {
        List<String> parts = Arrays.stream(path.split("/", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        for (int at = parts.size() - 1; at >= 0; at--) {
            String part = parts.get(at);
            if (part.startsWith(HUB) && part.length() > HUB.length()) {
                return Optional.of(snapshot(
                        part.substring(HUB.length()).replaceFirst("--", "/"), parts.subList(at + 1, parts.size())));
            }
            if (OTHER_HUB.stream().anyMatch(part::startsWith)) {
                throw new IllegalArgumentException(
                        Text.quoted(path) + " is a cache of the Hub for something else than models");
            }
        }
        return owned(parts);
    }

    // models--owner--name/snapshots/commit/...; what else lies there, blobs and refs, is no part of a model.
    private static NamedModel snapshot(String repository, List<String> rest) {
        boolean taken = rest.size() > 1 && rest.get(0).equals(SNAPSHOTS);
        @Nullable String revision = taken && !rest.get(1).equals("main") ? rest.get(1) : null;
        return new NamedModel(Repository.part(repository, taken ? rest.subList(2, rest.size()) : List.of()), revision);
    }

    private static Optional<NamedModel> owned(List<String> parts) {
        int from = afterCache(parts);
        if (from >= 0 && parts.size() >= from + 2) {
            return Optional.of(named(parts, from));
        }
        for (int at = 1; at < parts.size(); at++) {
            if (parts.get(at).contains(DOT) && parts.get(at).indexOf(DOT) > 0) {
                return Optional.of(named(parts, at - 1));
            }
        }
        return Optional.empty();
    }

    private static NamedModel named(List<String> parts, int from) {
        String repository = (parts.get(from) + "/" + parts.get(from + 1)).replace(DOT, ".");
        return new NamedModel(Repository.part(repository, parts.subList(from + 2, parts.size())), null);
    }

    // ModelScope: modelscope/hub/owner/name, modelscope/hub/models/owner/name; LM Studio: .lmstudio/models/owner/name.
    private static int afterCache(List<String> parts) {
        for (int at = 0; at < parts.size(); at++) {
            String part = parts.get(at).toLowerCase(Locale.ROOT);
            boolean studio = part.equals(".lmstudio") || part.equals("lm-studio");
            if (part.equals("modelscope") || part.equals(".modelscope") || studio) {
                int next = at + 1;
                while (next < parts.size() && List.of("hub", "models").contains(parts.get(next))) {
                    next++;
                }
                return next == at + 1 ? -1 : next;
            }
        }
        return -1;
    }
}

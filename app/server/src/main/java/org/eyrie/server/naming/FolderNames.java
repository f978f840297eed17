package org.eyrie.server.naming;

import java.nio.file.Path;
import org.eyrie.model.ModelId;

/** What models and benchmarks are called whose files lie in folders, unless somebody says otherwise. */
public final class FolderNames {

    private FolderNames() {}

    /** The last two folders, such as {@code almanac/seed}. */
    public static ModelId model(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        int names = whole.getNameCount();
        return new ModelId(
                whole.subpath(Math.max(0, names - 2), names).toString().replace('\\', '/'));
    }

    /** The folder that a file of items lies in: what stands before the names of its tasks. */
    public static String benchmark(Path items) {
        Path parent = items.toAbsolutePath().normalize().getParent();
        return parent == null || parent.getFileName() == null
                ? "items"
                : parent.getFileName().toString();
    }
}

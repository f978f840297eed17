package org.eyrie.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The last step of a restore: what was unpacked takes the place of what is there, which is put aside. */
final class Restoring {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

    private Restoring() {}

    /**
     * Goes on wherever a kill left it; nothing happens where nothing was unpacked.
     *
     * @return where the old database lies now, where there was one
     */
    static Optional<Path> finish(DataFolder folder, Instant now) throws IOException {
        Path restored = folder.restored();
        if (!Files.exists(restored)) {
            return Optional.empty();
        }
        Path aside = folder.kept().resolve("database-" + STAMP.format(now));
        boolean had = change(restored.resolve("data"), folder.data(), aside);
        change(restored.resolve("password"), folder.password(), aside);
        UncheckedMark.remove(folder); // that was the store that is aside now
        FolderTree.delete(restored);
        return had ? Optional.of(aside) : Optional.empty();
    }

    /** Whether there was something in the place. */
    private static boolean change(Path fresh, Path place, Path aside) throws IOException {
        if (!Files.exists(fresh)) {
            return false; // it is in its place already
        }
        boolean had = Files.exists(place);
        if (had) {
            Files.createDirectories(aside, DataFolder.forTheOwnerAlone("rwx------"));
            Files.move(place, aside.resolve(place.getFileName()));
        }
        Files.move(fresh, place);
        return had;
    }
}

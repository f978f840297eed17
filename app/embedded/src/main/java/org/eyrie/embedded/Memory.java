package org.eyrie.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;

/**
 * What the database may take of a machine's memory. Little at first, because lineage is small, and more as its store grows:
 * all of the store fits into the page cache, and statements over more models hold more in the heap.
 */
record Memory(int heapMegabytes, int pageCacheMegabytes) {

    /** Megabytes; with less, Neo4j 5.26 ran out of memory while it planned longer statements. */
    static final int LEAST_HEAP = 256;

    /** Megabytes, Neo4j's own minimum. */
    static final int LEAST_PAGE_CACHE = 8;

    /** How the owner of a data folder sets the heap; the page cache is read by Neo4j itself. */
    static final String HEAP_SETTING = "server.memory.heap.max_size";

    private static final long MEGABYTE = 1L << 20;
    private static final int SMALL_HEAP = 768;
    private static final int SMALL_PAGE_CACHE = 256;
    private static final long MOST_HEAP = 4_096;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})([mMgG])");

    /** For the store of a folder, as the settings, or else the folder's owner, or else its size and this machine say. */
    static Memory of(EmbeddedSettings settings, DataFolder folder) throws IOException {
        long store = Files.exists(folder.store()) ? FolderTree.size(folder.store()) : 0;
        Memory usual = of(machine(), store / MEGABYTE);
        int heap = settings.heapMegabytes() == EmbeddedSettings.BY_STORE
                ? usual.heapMegabytes()
                : settings.heapMegabytes();
        String owners = OwnersSettings.read(folder).get(HEAP_SETTING);
        return new Memory(
                owners == null ? heap : megabytes(folder, owners),
                settings.pageCacheMegabytes() == EmbeddedSettings.BY_STORE
                        ? usual.pageCacheMegabytes()
                        : settings.pageCacheMegabytes());
    }

    /**
     * For a small store an eighth of the machine for the heap and a thirty-second for the page cache, within bounds. For a
     * large one the store and a fifth more for the page cache, and half of it more for the heap; never more than a quarter
     * of the machine for either.
     */
    static Memory of(long totalMegabytes, long storeMegabytes) {
        long quarter = totalMegabytes / 4;
        long heap = Math.min(SMALL_HEAP, totalMegabytes / 8) + storeMegabytes / 2;
        long pageCache = Math.max(Math.min(SMALL_PAGE_CACHE, totalMegabytes / 32), storeMegabytes * 6 / 5);
        return new Memory((int) Math.max(LEAST_HEAP, Math.min(Math.min(MOST_HEAP, quarter), heap)), (int)
                Math.max(LEAST_PAGE_CACHE, Math.min(quarter, pageCache)));
    }

    /** Twice the heap, for a start that ran out of it; nothing where {@link #doubled(long)} is, or the folder's owner set it. */
    Optional<Memory> doubled(DataFolder folder) throws IOException {
        return OwnersSettings.read(folder).containsKey(HEAP_SETTING) ? Optional.empty() : doubled(machine());
    }

    /** Nothing where that would be more than half of the machine. */
    Optional<Memory> doubled(long totalMegabytes) {
        return heapMegabytes * 2L > totalMegabytes / 2
                ? Optional.empty()
                : Optional.of(new Memory(heapMegabytes * 2, pageCacheMegabytes));
    }

    private static long machine() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() / MEGABYTE;
    }

    private static int megabytes(DataFolder folder, String size) {
        Matcher matcher = SIZE.matcher(size);
        long megabytes = !matcher.matches()
                ? 0
                : Long.parseLong(matcher.group(1)) * (matcher.group(2).equalsIgnoreCase("g") ? 1_024 : 1);
        if (megabytes < LEAST_HEAP || megabytes > Integer.MAX_VALUE) {
            throw new InvalidInputException(
                    "Settings for Neo4j in " + folder.ownersSettings(),
                    List.of(new Fault(HEAP_SETTING, "must be " + LEAST_HEAP + "m or more, such as 2g, not " + size)));
        }
        return (int) megabytes;
    }
}

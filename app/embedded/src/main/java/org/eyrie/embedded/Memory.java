package org.eyrie.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What the database may take of a machine's memory. Small, because lineage is: 100,000 models fit in 40 MB of files. */
record Memory(int heapMegabytes, int pageCacheMegabytes) {

    /** Megabytes; with less, Neo4j 5.26 ran out of memory while it planned longer statements. */
    static final int LEAST_HEAP = 256;

    /** Megabytes, Neo4j's own minimum. */
    static final int LEAST_PAGE_CACHE = 8;

    private static final long MEGABYTE = 1L << 20;
    private static final int MOST_HEAP = 768;
    private static final int MOST_PAGE_CACHE = 256;

    static Memory ofThisMachine() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return of(system.getTotalMemorySize() / MEGABYTE);
    }

    /** An eighth for the heap and a thirty-second for the page cache, within bounds. */
    static Memory of(long totalMegabytes) {
        long heap = Math.max(LEAST_HEAP, Math.min(MOST_HEAP, totalMegabytes / 8));
        long pageCache = Math.max(LEAST_PAGE_CACHE, Math.min(MOST_PAGE_CACHE, totalMegabytes / 32));
        return new Memory((int) heap, (int) pageCache);
    }
}

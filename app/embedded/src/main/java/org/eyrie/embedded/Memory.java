package org.eyrie.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What the database may take of a machine's memory. Small, because lineage is: 100,000 models fit in 40 MB of files. */
record Memory(int heapMegabytes, int pageCacheMegabytes) {

    private static final long MEGABYTE = 1L << 20;
    private static final int MOST_HEAP = 768;
    private static final int MOST_PAGE_CACHE = 256;

    static Memory ofThisMachine() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return of(system.getTotalMemorySize() / MEGABYTE);
    }

    /** An eighth for the heap and a thirty-second for the page cache, within bounds. */
    static Memory of(long totalMegabytes) {
        long heap = Math.max(EmbeddedSettings.LEAST_HEAP, Math.min(MOST_HEAP, totalMegabytes / 8));
        long pageCache = Math.max(EmbeddedSettings.LEAST_PAGE_CACHE, Math.min(MOST_PAGE_CACHE, totalMegabytes / 32));
        return new Memory((int) heap, (int) pageCache);
    }
}

package org.eyrie.engine.fit;

import java.util.Map;
import org.eyrie.model.BenchmarkId;

/**
 * Which items an item fit expects to be alike.
 *
 * @param kind by what
 * @param embeddings per benchmark one vector per item, an empty one where there is none; used by {@link Kind#NEIGHBOURS}
 * @param subtasks per benchmark one number per item; benchmarks without are one subtask
 * @param neighbours how many nearest items each item is drawn to
 */
public record ItemTies(
        Kind kind, Map<BenchmarkId, float[][]> embeddings, Map<BenchmarkId, int[]> subtasks, int neighbours) {

    /** By what items are alike. */
    public enum Kind {
        /** Items of one benchmark and subtask. */
        BENCHMARK,
        /** The same, and those more so whose embeddings are near. */
        NEIGHBOURS,
        /** No item is like another. */
        NONE;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static final ItemTies USUAL = new ItemTies(Kind.BENCHMARK, Map.of(), Map.of(), 0);
}

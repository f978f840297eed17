package org.eyrie.engine.fit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.lrmf.problem.ColumnKin;
import org.eyrie.model.BenchmarkId;

/**
 * Which benchmarks are likely setups of one task, or subtasks of one group: those whose names begin with the same word,
 * such as {@code HellaSwag (0-shot)} and {@code HellaSwag (10-shot)}, {@code aime_2024} and {@code aime_2025}. It is a
 * guess that costs little where it is wrong: how alike such benchmarks are is learned from their scores.
 */
final class BenchmarkKin {

    /** What harnesses put before the names of all their tasks; it says nothing of the task. */
    private static final Pattern PREFIX =
            Pattern.compile("^(leaderboard|lighteval|helm|original|extended|custom)[_|:/]+");

    /** A first word without the number at its end, which tells versions apart. */
    private static final Pattern FIRST_WORD = Pattern.compile("^[^\\p{L}]*(\\p{L}+)");

    private BenchmarkKin() {}

    /** Of benchmarks, and of columns after them that other sources measured. */
    static ColumnKin of(List<BenchmarkId> benchmarks, List<SourceColumn> others) {
        if (others.isEmpty()) {
            return of(benchmarks);
        }
        int[] kin = Arrays.copyOf(of(benchmarks).kin(), benchmarks.size() + others.size());
        int[] twin = new int[kin.length];
        Arrays.fill(twin, -1);
        for (int k = 0; k < others.size(); k++) {
            kin[benchmarks.size() + k] = -1;
            twin[benchmarks.size() + k] = benchmarks.indexOf(others.get(k).benchmark());
        }
        return new ColumnKin(kin, twin);
    }

    static ColumnKin of(List<BenchmarkId> benchmarks) {
        Map<String, Integer> number = new HashMap<>();
        int[] kin = benchmarks.stream()
                .mapToInt(benchmark -> {
                    String word = firstWord(benchmark.value());
                    return word.isEmpty() ? -1 : number.computeIfAbsent(word, fresh -> number.size());
                })
                .toArray();
        return new ColumnKin(kin);
    }

    /** In lower case; empty where there is no letter. */
    static String firstWord(String name) {
        String task = PREFIX.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst("");
        Matcher word = FIRST_WORD.matcher(task);
        return word.find() ? word.group(1) : "";
    }
}

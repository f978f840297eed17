package org.eyrie.store.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Families counted over numbers are those that a plain walk from every founder finds. */
class FamilyWalkTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void familiesAreThoseOfAPlainWalk(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int models = 400;
        long stride = seed == 5 ? 1L << 33 : seed;
        List<long[]> edges = new ArrayList<>();
        for (int child = 1; child < models; child++) {
            for (int more = random.nextInt(3); more > 0; more--) {
                edges.add(new long[] {child * stride, random.nextInt(child) * stride});
            }
        }
        Map<Long, Integer> scores = new HashMap<>();
        FamilyWalk walk = new FamilyWalk();
        edges.forEach(edge -> walk.edge(edge[0], edge[1]));
        for (long model = 0; model < models; model++) {
            if (random.nextInt(3) > 0) {
                int count = 1 + random.nextInt(5);
                scores.put(model * stride, count);
                walk.scores(model * stride, count);
            }
        }
        Map<Long, List<Integer>> counted = new TreeMap<>();
        walk.walk((founder, size, depth, evaluated, evaluations) -> assertThat(
                        counted.put(founder, List.of(size, depth, evaluated, evaluations)))
                .isNull());
        assertThat(counted).isNotEmpty().isEqualTo(plain(edges, scores));
    }

    private static Map<Long, List<Integer>> plain(List<long[]> edges, Map<Long, Integer> scores) {
        Map<Long, List<Integer>> families = new TreeMap<>();
        for (long[] first : edges) {
            long founder = first[1];
            if (edges.stream().noneMatch(edge -> edge[0] == founder)) {
                Map<Long, Integer> hops = new HashMap<>(Map.of(founder, 0));
                Deque<Long> left = new ArrayDeque<>(List.of(founder));
                while (!left.isEmpty()) {
                    long parent = left.removeFirst();
                    int next = hops.getOrDefault(parent, 0) + 1;
                    for (long[] edge : edges) {
                        if (edge[1] == parent && hops.putIfAbsent(edge[0], next) == null) {
                            left.addLast(edge[0]);
                        }
                    }
                }
                families.put(
                        founder,
                        List.of(
                                hops.size(),
                                hops.values().stream()
                                        .mapToInt(each -> each)
                                        .max()
                                        .orElseThrow(),
                                (int) hops.keySet().stream()
                                        .filter(scores::containsKey)
                                        .count(),
                                hops.keySet().stream()
                                        .mapToInt(member -> scores.getOrDefault(member, 0))
                                        .sum()));
            }
        }
        return families;
    }
}

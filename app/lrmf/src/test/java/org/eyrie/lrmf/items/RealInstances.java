package org.eyrie.lrmf.items;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.lrmf.learning.RealLeaderboard;
import org.eyrie.lrmf.outcomes.ColumnTies;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.lrmf.problem.Problem;

/** Real outcomes of single items, beside the real leaderboard. */
final class RealInstances {

    static final String[] FILES = {"ifeval.csv", "musr.csv", "math.csv"};

    final Problem whole;
    final ItemProblem items;

    private RealInstances(Problem whole, ItemProblem items) {
        this.whole = whole;
        this.items = items;
    }

    /** Columns of the field are numbered by their first appearance in scores.csv. */
    static RealInstances load() {
        Problem whole = RealLeaderboard.load();
        String shared = System.getenv("EYRIE_SHARED");
        Path data = Path.of(shared == null ? "../../../shared" : shared, "data");
        try {
            return read(whole, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RealInstances read(Problem whole, Path data) throws IOException {
        Map<String, Integer> rows = index(data.resolve("leaderboard/models.csv"), 0);
        Map<String, Integer> columns = index(data.resolve("leaderboard/scores.csv"), 1);
        List<int[]> cells = new ArrayList<>();
        int[] start = new int[FILES.length + 1];
        for (int b = 0; b < FILES.length; b++) {
            for (String[] row : rows(data.resolve("instances").resolve(FILES[b]))) {
                start[b + 1] = start[b] + row[1].length();
                for (int i = 0; i < row[1].length(); i++) {
                    cells.add(new int[] {rows.getOrDefault(row[0], -1), start[b] + i, row[1].charAt(i) - '0'});
                }
            }
        }
        byte[] success = new byte[cells.size()];
        for (int c = 0; c < success.length; c++) {
            success[c] = (byte) cells.get(c)[2];
        }
        OutcomeTable table = OutcomeTable.of(
                whole.lineage().models(),
                start[FILES.length],
                cells.stream().mapToInt(cell -> cell[0]).toArray(),
                cells.stream().mapToInt(cell -> cell[1]).toArray(),
                success);
        int[] field = {
            columns.getOrDefault("IFEval", -1), columns.getOrDefault("MuSR", -1), columns.getOrDefault("MATH Lvl 5", -1)
        };
        ItemBlocks blocks = new ItemBlocks(start, field);
        int[] group = new int[blocks.columns()];
        for (int i = 0; i < group.length; i++) {
            group[i] = blocks.benchmark(i);
        }
        return new RealInstances(
                whole,
                ItemProblem.of(whole.lineage().relations(), table, blocks, ColumnTies.ofGroups(group, FILES.length)));
    }

    private static Map<String, Integer> index(Path file, int column) throws IOException {
        Map<String, Integer> index = new HashMap<>();
        for (String[] row : rows(file)) {
            index.putIfAbsent(row[column], index.size());
        }
        return index;
    }

    private static List<String[]> rows(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.skip(1).map(line -> line.split(",", -1)).toList();
        }
    }
}

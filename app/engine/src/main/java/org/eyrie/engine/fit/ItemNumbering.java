package org.eyrie.engine.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.eyrie.lrmf.items.ItemBlocks;
import org.eyrie.lrmf.outcomes.ColumnTies;
import org.eyrie.lrmf.outcomes.NearestNeighbours;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Outcomes;

/** Turns items into columns: those of a benchmark side by side, in the order of their positions. */
public final class ItemNumbering {

    private final ItemNames names;
    private final Numbering numbering;
    private final Numbers<BenchmarkId> blocks;
    private final int[] start;

    public ItemNumbering(ItemNames names, Numbering numbering) {
        this.names = names;
        this.numbering = numbering;
        this.blocks = new Numbers<>(names.benchmarks());
        this.start = names.starts();
    }

    /** Where the items of each benchmark lie. */
    ItemBlocks blocks() {
        int[] field = names.benchmarks().stream()
                .mapToInt(benchmark -> numbering.column(benchmark).orElse(-1))
                .toArray();
        return new ItemBlocks(start, field);
    }

    /** Number of a benchmark; empty where the fit does not know its items. */
    public OptionalInt block(BenchmarkId benchmark) {
        return blocks.find(benchmark);
    }

    /**
     * Outcomes as a table, a row per model. Left out are those of models and benchmarks without a number, and those of
     * another number of items: they are of another version of the benchmark, and their positions mean other items.
     *
     * @param given what counts in place of stored outcomes, per model, benchmark and position
     */
    public OutcomeTable table(Collection<Evaluation> evaluations, Collection<Given> given) {
        Set<Long> replaced = new HashSet<>();
        given.forEach(each -> replaced.add(key(each.row(), start[each.block()] + each.position())));
        OutcomeCells cells = new OutcomeCells(given.size()
                + evaluations.stream()
                        .map(Evaluation::outcomes)
                        .filter(Objects::nonNull)
                        .mapToInt(Outcomes::seen)
                        .sum());
        for (Evaluation evaluation : evaluations) {
            Outcomes outcomes = evaluation.outcomes();
            OptionalInt row = numbering.row(evaluation.model());
            OptionalInt block = block(evaluation.benchmark());
            if (outcomes == null || row.isEmpty() || block.isEmpty()) {
                continue;
            }
            int b = block.getAsInt();
            for (int i = 0;
                    i < outcomes.items() && outcomes.items() == names.items().get(b);
                    i++) {
                char outcome = outcomes.value().charAt(i);
                if (outcome != '-' && !replaced.contains(key(row.getAsInt(), start[b] + i))) {
                    cells.add(row.getAsInt(), start[b] + i, outcome == '1');
                }
            }
        }
        given.forEach(each -> cells.add(each.row(), start[each.block()] + each.position(), each.correct()));
        return cells.table(numbering.models().size(), start[start.length - 1]);
    }

    private long key(int row, int column) {
        return (long) row * start[start.length - 1] + column;
    }

    /** Cells in plain arrays: there may be tens of millions. */
    private static final class OutcomeCells {

        private final int[] row;
        private final int[] column;
        private final byte[] success;
        private int count;

        OutcomeCells(int most) {
            row = new int[most];
            column = new int[most];
            success = new byte[most];
        }

        void add(int ofRow, int ofColumn, boolean correct) {
            row[count] = ofRow;
            column[count] = ofColumn;
            success[count++] = (byte) (correct ? 1 : 0);
        }

        OutcomeTable table(int rows, int columns) {
            return OutcomeTable.of(
                    rows,
                    columns,
                    Arrays.copyOf(row, count),
                    Arrays.copyOf(column, count),
                    Arrays.copyOf(success, count));
        }
    }

    /** Which items are alike. */
    ColumnTies ties(ItemTies settings) {
        int columns = start[start.length - 1];
        if (settings.kind() == ItemTies.Kind.NONE) {
            return ColumnTies.none(columns);
        }
        int[] group = new int[columns];
        Map<List<Integer>, Integer> groups = new HashMap<>();
        List<float[]> embedding = new ArrayList<>();
        for (int b = 0; b < names.benchmarks().size(); b++) {
            BenchmarkId benchmark = names.benchmarks().get(b);
            int[] subtask = settings.subtasks().getOrDefault(benchmark, new int[0]);
            float[][] vectors = settings.embeddings().getOrDefault(benchmark, new float[0][]);
            for (int i = 0; i < names.items().get(b); i++) {
                List<Integer> key = List.of(b, i < subtask.length ? subtask[i] : -1);
                group[start[b] + i] = groups.computeIfAbsent(key, fresh -> groups.size());
                embedding.add(i < vectors.length ? vectors[i] : new float[0]);
            }
        }
        ColumnTies ties = ColumnTies.ofGroups(group, groups.size());
        return settings.kind() == ItemTies.Kind.NEIGHBOURS
                ? ties.withNeighbours(
                        NearestNeighbours.of(embedding.toArray(float[][]::new), group, settings.neighbours()))
                : ties;
    }

    /**
     * An outcome that somebody reports.
     *
     * @param row of the model
     * @param block of the benchmark
     * @param position of the item, from zero
     */
    public record Given(int row, int block, int position, boolean correct) {}
}

package org.eyrie.lrmf.crowd;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What the crowd expects: of its members what was learned without their own scores, of strangers what all trees say of them
 * with the scores that were known then. Safe for use by several threads.
 */
public final class Crowd {

    private final Problem members;
    private final ScoreScale scale;
    private final ColumnTrees[] trees;
    /** Members x columns, in logits, NaN where nothing was learned. */
    private final double[] expected;

    private final Map<String, Integer> number = new HashMap<>();
    private volatile @Nullable Views views;

    /** What strangers are looked at with; made when the first one comes. */
    private record Views(CrowdIndex index, List<ColumnView> column) {}

    Crowd(Problem members, ScoreScale scale, ColumnTrees[] trees, double[] expected) {
        this.members = members;
        this.scale = scale;
        this.trees = trees;
        this.expected = expected;
        List<String> names = members.labels().name();
        for (int u = 0; u < names.size(); u++) {
            number.put(names.get(u), u);
        }
    }

    /** Of nobody. */
    public static Crowd none() {
        return new Crowd(StoredProblem.NOBODY, new ScoreScale(0), new ColumnTrees[0], new double[0]);
    }

    /** Whether it expects nothing of anybody. */
    public boolean isEmpty() {
        return Arrays.stream(trees).allMatch(ColumnTrees::isNone);
    }

    /**
     * What is expected of a model, a member or not: a logit per column, NaN where nothing is, as for one without a name.
     *
     * @param family with names; traits and columns numbered as in the fit
     * @param model its number there
     * @param toCome whether it was published after all that were measured
     */
    public double[] of(Problem family, int model, boolean toCome) {
        double[] logits = new double[trees.length];
        Arrays.fill(logits, Double.NaN);
        if (family.labels().isEmpty() || isEmpty()) {
            return logits;
        }
        String name = family.labels().name().get(model);
        Integer member = number.get(name);
        if (member != null && !toCome) {
            return Arrays.copyOfRange(expected, member * trees.length, (member + 1) * trees.length);
        }
        if (!name.isEmpty()) {
            Views known = views();
            Tie tie = member == null
                    ? known.index().ofStranger(family, model)
                    : known.index().of(member, name);
            for (int i = 0; i < trees.length; i++) {
                if (!trees[i].isNone()) {
                    double[] row = known.column().get(i).row(tie, family, model);
                    logits[i] = trees[i].expected(row, toCome, scale);
                }
            }
        }
        return logits;
    }

    private Views views() {
        Views known = views;
        if (known == null) {
            CrowdIndex index = new CrowdIndex(members);
            int[][] marks = index.marksOfAll(members.labels().name());
            known = new Views(
                    index,
                    Arrays.stream(MemberScores.of(members, scale))
                            .map(logits -> new ColumnView(
                                    logits,
                                    index,
                                    MarkRegression.of(marks, logits, MarkRegression.none(index.marks()))))
                            .toList());
            views = known; // made twice where two ask at once, with the same content
        }
        return known;
    }

    void write(DataOutputStream out) throws IOException {
        StoredProblem.write(members, out);
        out.writeDouble(scale.margin());
        out.writeInt(trees.length);
        for (ColumnTrees column : trees) {
            column.write(out);
        }
        for (double each : expected) {
            out.writeDouble(each);
        }
    }

    static Crowd read(DataInputStream in) throws IOException {
        Problem members = StoredProblem.read(in);
        ScoreScale scale = new ScoreScale(in.readDouble());
        int columns = in.readInt();
        if (columns != members.observations().columns() && columns != 0) {
            throw new IOException("trees of " + columns + " columns do not fit");
        }
        ColumnTrees[] trees = new ColumnTrees[columns];
        for (int i = 0; i < columns; i++) {
            trees[i] = ColumnTrees.read(in);
        }
        double[] expected = new double[columns * members.lineage().models()];
        for (int k = 0; k < expected.length; k++) {
            expected[k] = in.readDouble();
        }
        return new Crowd(members, scale, trees, expected);
    }
}

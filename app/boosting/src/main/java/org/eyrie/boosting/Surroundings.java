package org.eyrie.boosting;

import java.util.ArrayList;
import java.util.List;

/** The scores around a model, by how they are related to it. Its own are never among them. */
final class Surroundings {

    /** Nearest names that a mean is taken of. */
    private static final int NEAREST = 5;

    private final Ties ties;
    private final ModelScores scores;
    private final List<List<KindMeans>> means = new ArrayList<>();

    /** @param scores those that may be looked at */
    Surroundings(Ties ties, ModelScores scores) {
        this.ties = ties;
        this.scores = scores;
        for (int i = 0; i < scores.columns(); i++) {
            List<KindMeans> column = new ArrayList<>();
            for (Kinds kind : ties.kinds()) {
                column.add(new KindMeans(kind, scores, i));
            }
            means.add(column);
        }
    }

    /**
     * Appends what is around a model in one column.
     *
     * @param past whether only models count that are older than this one
     */
    void append(int model, int column, boolean past, DoubleRow row) {
        for (int[] relatives : ties.kin().get(model)) {
            appendRelatives(model, relatives, column, past, row);
        }
        for (KindMeans mean : means.get(column)) {
            mean.append(model, past, row);
        }
        appendNear(model, ties.names().of(model), column, past, row);
        appendNear(model, ties.names().ofKind(model), column, past, row);
    }

    /** The mean of its kind in a column, NaN where nothing of its architecture and size was measured there. */
    double ofKind(int model, int column, boolean past) {
        DoubleRow row = new DoubleRow();
        means.get(column).get(0).append(model, past, row);
        return row.toArray()[0];
    }

    /** The mean of its parents in a column, NaN where none was measured there. */
    double ofParents(int model, int column, boolean past) {
        DoubleRow row = new DoubleRow();
        appendRelatives(model, ties.kin().get(model)[0], column, past, row);
        return row.toArray()[0];
    }

    private boolean counts(int other, int model, int column, boolean past) {
        return !Double.isNaN(scores.at(other, column)) && (!past || scores.day(other) < scores.day(model));
    }

    private void appendRelatives(int model, int[] relatives, int column, boolean past, DoubleRow row) {
        double sum = 0;
        double best = Double.NaN;
        double worst = Double.NaN;
        int count = 0;
        for (int other : relatives) {
            if (counts(other, model, column, past)) {
                double score = scores.at(other, column);
                sum += score;
                best = count == 0 ? score : Math.max(best, score);
                worst = count == 0 ? score : Math.min(worst, score);
                count++;
            }
        }
        row.add(count == 0 ? Double.NaN : sum / count);
        row.add(best);
        row.add(worst);
        row.add(count);
    }

    private void appendNear(int model, List<NearNames.Near> near, int column, boolean past, DoubleRow row) {
        double sum = 0;
        double weighted = 0;
        double likeness = 0;
        double nearest = Double.NaN;
        double mostAlike = Double.NaN;
        int count = 0;
        for (NearNames.Near other : near) {
            if (count < NEAREST && counts(other.model(), model, column, past)) {
                double score = scores.at(other.model(), column);
                sum += score;
                weighted += other.likeness() * score;
                likeness += other.likeness();
                nearest = count == 0 ? score : nearest;
                mostAlike = count == 0 ? other.likeness() : mostAlike;
                count++;
            }
        }
        row.add(count == 0 ? Double.NaN : sum / count);
        row.add(count == 0 ? Double.NaN : weighted / likeness);
        row.add(nearest);
        row.add(mostAlike);
        row.add(count == 0 ? Double.NaN : likeness / count);
    }
}

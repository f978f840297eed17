package org.eyrie.lrmf.learning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which columns get a number of their own per model. As many columns as there may be numbers all do. Of more, the well
 * measured ones do where they are few enough and hold most of what is measured: then a column of a few scores hangs on
 * them and takes no room. Where neither holds, no column has a number of its own.
 *
 * @param own per column whether it has a number of its own
 * @param leads per column whether models' numbers are learned from it: not from a column of fewer than {@value #LEADING}
 *     scores, where others have as many
 * @param d numbers per model: those of columns, and those that no column owns
 * @param pilots the best measured columns, ascending, at most {@value #MOST_PILOTS}: what starting loadings are made from
 */
@SuppressWarnings("ArrayRecordComponent")
record ColumnPlan(boolean[] own, boolean[] leads, int d, int[] pilots) {

    static final int MOST_PILOTS = 64;

    /** A column with fewer scores never has a number of its own beside others that have none. */
    private static final int LEAST_SCORES = 20;

    /** Nor one with a smaller share of the best measured column's scores. */
    private static final double LEAST_SHARE = 0.1;

    /** A column with fewer scores says nothing about whether the well measured ones suffice. */
    private static final int THIN = 8;

    /** A column with fewer scores says little of anything but itself. */
    static final int LEADING = 6;

    /**
     * Plans.
     *
     * @param counts measured cells per column
     * @param maxRank most numbers per model
     */
    static ColumnPlan of(int[] counts, int maxRank) {
        return of(counts, new int[0], maxRank);
    }

    /**
     * The same of columns of several sources: a twin neither takes a number nor leads where its first column does not.
     *
     * @param twin per column the one that measures the same, of the first source, -1 where it is that itself; or empty
     */
    static ColumnPlan of(int[] counts, int[] twin, int maxRank) {
        if (twin.length == 0) {
            return ofFirst(counts, maxRank);
        }
        int[] first = IntStream.range(0, counts.length).filter(i -> twin[i] < 0).toArray();
        ColumnPlan plan = ofFirst(Arrays.stream(first).map(i -> counts[i]).toArray(), maxRank);
        boolean[] own = new boolean[counts.length];
        boolean[] leads = new boolean[counts.length];
        for (int k = 0; k < first.length; k++) {
            own[first[k]] = plan.own[k];
            leads[first[k]] = plan.leads[k];
        }
        for (int i = 0; i < counts.length; i++) {
            leads[i] = leads[twin[i] < 0 ? i : twin[i]];
        }
        return new ColumnPlan(
                own,
                leads,
                plan.d,
                Arrays.stream(plan.pilots).map(k -> first[k]).toArray());
    }

    private static ColumnPlan ofFirst(int[] counts, int maxRank) {
        int columns = counts.length;
        int[] pilots = pilots(counts);
        boolean[] own = new boolean[columns];
        if (columns <= maxRank) {
            Arrays.fill(own, true);
            return new ColumnPlan(own, own.clone(), columns, pilots);
        }
        int most = Arrays.stream(counts).max().orElse(0);
        double least = Math.max(LEAST_SCORES, LEAST_SHARE * most);
        int[] well = IntStream.range(0, columns).filter(i -> counts[i] >= least).toArray();
        int known = Arrays.stream(well).map(i -> counts[i]).sum();
        int others = IntStream.range(0, columns)
                .filter(i -> counts[i] < least && counts[i] >= THIN)
                .map(i -> counts[i])
                .sum();
        if (well.length > maxRank || known < others || well.length == 0) {
            return new ColumnPlan(own, leading(own, counts), maxRank, pilots);
        }
        for (int i : well) {
            own[i] = true;
        }
        int pairs = (int) IntStream.range(0, columns)
                        .filter(i -> !own[i] && counts[i] >= THIN)
                        .count()
                / 2;
        return new ColumnPlan(own, leading(own, counts), Math.min(maxRank, well.length + pairs), pilots);
    }

    private static boolean[] leading(boolean[] own, int[] counts) {
        boolean any = Arrays.stream(counts).anyMatch(count -> count >= LEADING);
        boolean[] leads = new boolean[counts.length];
        for (int i = 0; i < leads.length; i++) {
            leads[i] = own[i] || counts[i] >= LEADING || !any;
        }
        return leads;
    }

    private static int[] pilots(int[] counts) {
        return IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -counts[i]).thenComparingInt(i -> i))
                .limit(MOST_PILOTS)
                .mapToInt(i -> i)
                .sorted()
                .toArray();
    }

    /** Number of columns that have a number of their own. */
    int owners() {
        return (int) IntStream.range(0, own.length).filter(i -> own[i]).count();
    }
}

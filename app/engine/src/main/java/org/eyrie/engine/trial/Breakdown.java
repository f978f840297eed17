package org.eyrie.engine.trial;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eyrie.engine.fit.Numbering;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.trial.protocol.AskedCells;
import org.eyrie.lrmf.trial.protocol.BacktestResult;
import org.eyrie.lrmf.trial.protocol.Experiment;
import org.eyrie.lrmf.trial.protocol.Figures;
import org.eyrie.model.Relation;

/** Figures of an experiment by what is known of the cells beforehand, so that it shows where predictions can be trusted. */
public final class Breakdown {

    private static final String UNKNOWN = "unknown";
    private static final String FOUNDER = "no parent";

    /** Upper ends, in billions of parameters; sizes that models come in lie well within. */
    private static final double[] SIZES = {1, 2, 5, 10, 20, 50};

    private final Numbering numbering;
    private final Experiment experiment;

    /** @param numbering names of the experiment's rows and columns */
    public Breakdown(Numbering numbering, Experiment experiment) {
        this.numbering = numbering;
        this.experiment = experiment;
    }

    /** A row per benchmark, in their order. */
    public List<BandedFigures> byBenchmark() {
        int[] column = experiment.cells().column();
        return banded(c -> numbering.benchmark(column[c]).value(), Comparator.naturalOrder());
    }

    /** A row per way of making; a merge with other parents besides is a merge. */
    public List<BandedFigures> byRelation() {
        Map<Integer, Relation> names =
                Arrays.stream(Relation.values()).collect(Collectors.toMap(Numbering::category, relation -> relation));
        LineageGraph lineage = numbering.problem().lineage();
        int merge = Numbering.category(Relation.MERGE);
        int[] relation = new int[lineage.models()];
        Arrays.fill(relation, -1);
        BitSet merges = new BitSet();
        for (int e = 0; e < lineage.edges(); e++) {
            int child = lineage.child()[e];
            merges.set(child, merges.get(child) || lineage.relation()[e] == merge);
            relation[child] = merges.get(child) ? merge : lineage.relation()[e];
        }
        int[] model = experiment.cells().model();
        return banded(
                c -> {
                    Relation how = names.get(relation[model[c]]);
                    return how == null ? FOUNDER : how.code();
                },
                Comparator.naturalOrder());
    }

    /** A row per range of sizes, small first. */
    public List<BandedFigures> bySize() {
        ModelTraits traits = numbering.problem().traits();
        int[] model = experiment.cells().model();
        List<String> order = IntStream.rangeClosed(0, SIZES.length + 1)
                .mapToObj(Breakdown::sizes)
                .toList();
        return banded(
                c -> sizes(range(traits.parametersBillions()[model[c]])), Comparator.comparingInt(order::indexOf));
    }

    private static int range(double billions) {
        int range = 0;
        while (range < SIZES.length && billions >= SIZES[range]) {
            range++;
        }
        return Double.isNaN(billions) ? SIZES.length + 1 : range;
    }

    private static String sizes(int range) {
        if (range > SIZES.length) {
            return UNKNOWN;
        }
        if (range == 0) {
            return "below " + whole(SIZES[0]) + " B";
        }
        return range == SIZES.length
                ? whole(SIZES[range - 1]) + " B and more"
                : whole(SIZES[range - 1]) + " to " + whole(SIZES[range]) + " B";
    }

    private static String whole(double billions) {
        return String.valueOf(Math.round(billions));
    }

    /** A row per quarter of a year in which models were published, early first. */
    public List<BandedFigures> byUpload() {
        int[] model = experiment.cells().model();
        return banded(
                c -> {
                    var day = numbering.models().get(model[c]).traits().uploaded();
                    return day == null ? UNKNOWN : day.getYear() + " Q" + (day.getMonthValue() + 2) / 3;
                },
                Comparator.naturalOrder());
    }

    private List<BandedFigures> banded(IntFunction<String> band, Comparator<String> order) {
        Map<String, List<Integer>> cells = IntStream.range(0, experiment.cells().cells())
                .boxed()
                .collect(Collectors.groupingBy(band::apply, LinkedHashMap::new, Collectors.toList()));
        return cells.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order))
                .map(each -> figures(
                        each.getKey(),
                        each.getValue().stream().mapToInt(Integer::intValue).toArray()))
                .toList();
    }

    private BandedFigures figures(String band, int[] at) {
        AskedCells cells = experiment.cells();
        double[] truth = cells.truth(at);
        double[] mean = BacktestOutcome.ours(experiment).estimates().at(at).mean();
        double bias = IntStream.range(0, at.length)
                .mapToDouble(c -> mean[c] - truth[c])
                .average()
                .orElseThrow();
        return new BandedFigures(
                band,
                bias,
                experiment.results().stream()
                        .map(BacktestResult::estimates)
                        .map(estimates -> Figures.of(estimates.at(at), truth))
                        .toList());
    }
}

package org.eyrie.engine.ask;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;

/** Ranks a family on a benchmark, by what was measured and, where it was not, or on some items only, by what is predicted. */
public final class Leaderboards {

    private final FamilySolver solver;

    Leaderboards(FamilySolver solver) {
        this.solver = solver;
    }

    /**
     * A founder and its descendants, best first, then by id; those without evidence are left out. Beside a score of the
     * whole benchmark stands what is predicted without it; one of some items only is part of the prediction that it is
     * ranked by.
     *
     * @param limit how many at most, at least one
     * @throws org.eyrie.model.UnknownModelException if there is no such model
     * @throws org.eyrie.model.UnknownBenchmarkException if there is no such benchmark
     */
    public List<Forecast> of(ModelId founder, BenchmarkId named, int limit) {
        Moment now = solver.now();
        BenchmarkId benchmark = now.asked().wanted(named);
        SolvedFamily solved = now.around(founder, FamilySolver.FAMILY);
        Forecasts forecasts = new Forecasts(solved);
        Set<ModelId> family = solved.withDescendants(founder);
        return solved.models().stream()
                .filter(model -> family.contains(model.id()))
                .map(model -> forecasts.of(model, benchmark, solved.partialRun(model.id(), benchmark) == null))
                .filter(forecast -> forecast.measured() != null || forecast.predicted() != null)
                .sorted(Comparator.<Forecast>comparingDouble(forecast -> score(solved, forecast))
                        .reversed()
                        .thenComparing(Forecast::model))
                .limit(limit)
                .toList();
    }

    private static double score(SolvedFamily solved, Forecast forecast) {
        Double measured = forecast.measured();
        Estimate predicted = forecast.predicted();
        boolean whole = solved.partialRun(forecast.model(), forecast.benchmark()) == null;
        if (measured != null && (whole || predicted == null)) {
            return measured;
        }
        return predicted == null ? 0 : predicted.mean();
    }
}

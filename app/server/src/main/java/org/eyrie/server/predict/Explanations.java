package org.eyrie.server.predict;

import java.util.List;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.NoFamilyEvidenceException;
import org.eyrie.model.UnknownModelException;
import org.eyrie.server.fit.Solution;
import org.eyrie.server.predict.Explanation.Contribution;
import org.eyrie.server.predict.Explanation.Kind;
import org.eyrie.server.stores.Stores;

/** Explains predictions. */
public final class Explanations {

    private final Stores stores;
    private final Solver solver;
    private final Columns columns;

    Explanations(Stores stores, Solver solver) {
        this.stores = stores;
        this.solver = solver;
        this.columns = new Columns(stores.scores());
    }

    /**
     * Explains one prediction.
     *
     * @param leaveOut whether the cell's own measurement is kept from it
     * @throws UnknownModelException if there is no such model
     * @throws org.eyrie.model.UnknownBenchmarkException if there is no such benchmark
     * @throws NoFamilyEvidenceException if there is nothing to explain
     */
    public Explanation of(ModelId model, BenchmarkId benchmark, boolean leaveOut) {
        columns.wanted(List.of(benchmark));
        Model known = stores.lineage().find(model).orElseThrow(() -> new UnknownModelException(model));
        Solved solved = solver.around(model);
        Forecast forecast = new Forecasts(solved).of(known, benchmark, leaveOut);
        if (forecast.predicted() == null) {
            throw new NoFamilyEvidenceException(
                    "Cannot predict \"" + model + "\": " + String.join(" ", forecast.warnings()));
        }
        int row = solved.numbering().row(model).orElseThrow();
        int column = solved.numbering().column(benchmark).orElseThrow();
        return new Explanation(
                forecast,
                solved.solution().shares(row, column, forecast.leftOut()).stream()
                        .map(share -> contribution(solved, model, share))
                        .toList());
    }

    private static Contribution contribution(Solved solved, ModelId asked, Solution.Share share) {
        if (share.row() < 0 || share.column() < 0) {
            return new Contribution(Kind.SHARED, null, null, null, share.amount());
        }
        ModelId model = solved.models().get(share.row()).id();
        BenchmarkId benchmark = solved.numbering().benchmarks().get(share.column());
        return new Contribution(
                model.equals(asked) ? Kind.OWN : Kind.RELATIVE,
                model,
                benchmark,
                solved.score(model, benchmark),
                share.amount());
    }
}

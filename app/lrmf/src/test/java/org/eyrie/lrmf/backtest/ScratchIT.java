package org.eyrie.lrmf.backtest;

import java.time.LocalDate;
import java.util.*;
import org.eyrie.lrmf.Problem;
import org.eyrie.lrmf.baseline.*;
import org.junit.jupiter.api.Test;

class ScratchIT {
    @Test
    void table() {
        Problem p = Leaderboard.load();
        List<Predictor> all = new ArrayList<>(Baselines.ofBenchmarks(1));
        List<Predictor> mf = new ArrayList<>();
        for (int rank : new int[] {1, 2, 3, 5}) mf.add(new PlainFactorisation(rank, 200, 1, Scale.LOGIT));
        for (Scale x : Scale.values()) {
            all.add(new ArchitectureSizeMean(x));
            all.add(new ParentMean(x));
        }
        for (Protocol q :
                List.of(new ColdStartProtocol(Holdout.FIVE_FOLD), new LateProtocol(LocalDate.parse("2024-12-01"))))
            print(p, q, all);
        for (Protocol q : List.of(
                new FewShotProtocol(1, Holdout.FIVE_FOLD),
                new FewShotProtocol(2, Holdout.FIVE_FOLD),
                new FewShotProtocol(3, Holdout.FIVE_FOLD),
                new CellsProtocol(.1),
                new CellsProtocol(.5),
                new CellsProtocol(.9))) print(p, q, mf);
    }

    static void print(Problem p, Protocol q, List<Predictor> all) {
        System.out.println(q);
        for (BacktestResult r : new Backtest(p, 1, .9, System::nanoTime).run(q, all, Watch.NONE)) {
            Figures f = r.mean();
            System.out.printf(
                    "%-60s %d %d %.4f %.4f %.5f %.3f %.4f %.2fs%n",
                    all.get(0) instanceof PlainFactorisation ? "" : r.predictor(),
                    r.models(),
                    f.n(),
                    f.pearson(),
                    f.spearman(),
                    f.rmse(),
                    f.coverage(),
                    f.width(),
                    r.seconds());
        }
    }
}

package org.eyrie.engine.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eyrie.engine.fit.Dictionary;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.fit.Fitting;
import org.eyrie.engine.fit.IntervalLevel;
import org.eyrie.engine.fit.Numbering;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.trial.predictor.Contestants;
import org.eyrie.lrmf.trial.protocol.Backtest;
import org.eyrie.lrmf.trial.protocol.BacktestResult;
import org.eyrie.lrmf.trial.protocol.Predictor;
import org.eyrie.lrmf.trial.protocol.Protocol;
import org.eyrie.lrmf.trial.protocol.ProtocolRefusedException;
import org.eyrie.lrmf.trial.protocol.WhatIfProtocol;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.NoFamilyEvidenceException;
import org.eyrie.model.Stores;
import org.eyrie.task.Progress;

/** Runs experiments on everything that is in the database. */
public final class Backtesting {

    private final Stores stores;

    public Backtesting(Stores stores) {
        this.stores = stores;
    }

    /**
     * Runs experiments with all baselines and ours.
     *
     * @param from the first day that counts as late
     * @param progress hears how far it is
     * @return the benchmarks, column by column; results; and what the data could not carry
     * @throws NoFamilyEvidenceException if nothing was measured
     */
    public Outcome run(Collection<ProtocolName> names, LocalDate from, FitSettings settings, Progress progress) {
        Neighbourhood graph = stores.lineage().everything();
        List<Evaluation> evaluations = stores.scores().all();
        if (evaluations.isEmpty()) {
            throw new NoFamilyEvidenceException("There is no score to experiment with. Import some first.");
        }
        Numbering numbering = new Numbering(Dictionary.of(graph.models(), evaluations), graph, evaluations);
        LrmfSettings full = Fitting.settings(settings);
        Backtest backtest = new Backtest(numbering.problem(), settings.seed(), IntervalLevel.USUAL, System::nanoTime);
        List<Protocol> protocols =
                names.stream().flatMap(name -> name.protocols(from).stream()).toList();
        List<BacktestResult> results = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (int position = 0; position < protocols.size(); position++) {
            double done = position;
            Progress part = progress.part("", done / protocols.size(), (done + 1) / protocols.size());
            try {
                List<Predictor> contestants = protocols.get(position) instanceof WhatIfProtocol
                        ? ofPlans(full, new PlanTrial(graph, numbering, settings))
                        : Contestants.ofBenchmarks(full);
                results.addAll(backtest.run(protocols.get(position), contestants, part));
            } catch (ProtocolRefusedException refused) {
                refusals.add(String.valueOf(refused.getMessage()));
            }
        }
        return new Outcome(numbering.benchmarks(), results, refusals);
    }

    private static List<Predictor> ofPlans(LrmfSettings full, PlanTrial trial) {
        List<Predictor> all = new ArrayList<>(Contestants.ofPlans(full));
        all.addAll(trial.contestants());
        return all;
    }

    /**
     * What experiments showed.
     *
     * @param benchmarks column by column
     * @param results one per experiment and predictor
     * @param refusals experiments that the data cannot carry, and why
     */
    public record Outcome(List<BenchmarkId> benchmarks, List<BacktestResult> results, List<String> refusals) {}
}

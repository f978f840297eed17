package org.eyrie.engine.trial;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eyrie.engine.fit.Dictionary;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.fit.Fitting;
import org.eyrie.engine.fit.IntervalLevel;
import org.eyrie.engine.fit.Numbering;
import org.eyrie.engine.fit.Sources;
import org.eyrie.lrmf.trial.predictor.Contestants;
import org.eyrie.lrmf.trial.protocol.Backtest;
import org.eyrie.lrmf.trial.protocol.Experiment;
import org.eyrie.lrmf.trial.protocol.Predictor;
import org.eyrie.lrmf.trial.protocol.Protocol;
import org.eyrie.lrmf.trial.protocol.ProtocolRefusedException;
import org.eyrie.lrmf.trial.protocol.WhatIfProtocol;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Measurement;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.NoFamilyEvidenceException;
import org.eyrie.model.Stores;
import org.eyrie.task.Progress;

/** Runs experiments on everything that is in the database, on the cells that would be answered. */
public final class Backtesting {

    private final Stores stores;
    private final List<FurtherBaseline> further;

    /** @param further baselines beside those that always take part */
    public Backtesting(Stores stores, List<FurtherBaseline> further) {
        this.stores = stores;
        this.further = List.copyOf(further);
    }

    /**
     * Runs experiments with all baselines and ours.
     *
     * @param late which times count as late
     * @param progress hears how far it is
     * @throws NoFamilyEvidenceException if nothing was measured
     */
    public BacktestOutcome run(
            Collection<ProtocolName> names, LateBlocks late, FitSettings settings, Progress progress) {
        Neighbourhood graph = stores.lineage().everything();
        List<Measurement> measured = stores.scores().measurements();
        List<Evaluation> evaluations =
                measured.stream().map(Measurement::evaluation).toList();
        if (evaluations.isEmpty()) {
            throw new NoFamilyEvidenceException("There is no score to experiment with. Import some first.");
        }
        Sources sources = Sources.of(measured, stores.scores().overtaken());
        Dictionary dictionary = Dictionary.of(graph.models(), evaluations, Map.of(), sources);
        Numbering numbering = new Numbering(dictionary, graph, evaluations, Map.of(), sources);
        Backtest backtest = new Backtest(
                numbering.problem(),
                new TrainingEvidence(numbering),
                settings.seed(),
                IntervalLevel.USUAL,
                System::nanoTime);
        List<Predictor> contestants = contestants(numbering, settings);
        List<Protocol> protocols =
                names.stream().flatMap(name -> name.protocols(late).stream()).toList();
        List<Experiment> experiments = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (int position = 0; position < protocols.size(); position++) {
            double done = position;
            Progress part = progress.part("", done / protocols.size(), (done + 1) / protocols.size());
            try {
                List<Predictor> taking = protocols.get(position) instanceof WhatIfProtocol
                        ? ofPlans(settings, new PlanTrial(graph, numbering, settings))
                        : contestants;
                experiments.add(backtest.run(protocols.get(position), taking, part));
            } catch (ProtocolRefusedException refused) {
                refusals.add(String.valueOf(refused.getMessage()));
            }
        }
        return new BacktestOutcome(numbering, IntervalLevel.USUAL, settings.seed(), experiments, refusals);
    }

    /** Ours is the last. */
    private List<Predictor> contestants(Numbering numbering, FitSettings settings) {
        List<Predictor> all = new ArrayList<>(Contestants.ofBenchmarks(Fitting.settings(settings)));
        all.addAll(
                all.size() - 1,
                further.stream().map(each -> each.of(numbering.models())).toList());
        return all;
    }

    private static List<Predictor> ofPlans(FitSettings settings, PlanTrial trial) {
        List<Predictor> all = new ArrayList<>(Contestants.ofPlans(Fitting.settings(settings)));
        all.addAll(trial.contestants());
        return all;
    }
}

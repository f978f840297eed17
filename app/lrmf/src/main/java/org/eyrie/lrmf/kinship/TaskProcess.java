package org.eyrie.lrmf.kinship;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.eyrie.lrmf.math.Logistic;

/** What was learned of one task. Logits of siblings are a Gaussian process; outcomes are binomial. */
final class TaskProcess {

    /** Siblings that are factorised at most: those asked most. Others are foretold, and then learn from their own items. */
    private static final int MOST = 400;

    /** Siblings that relevances are learned from at most: their posterior hardly changes with more. */
    private static final int MOST_LEARNED_FROM = 60;

    private static final int ROUNDS = 3;
    private static final int STEPS = 12;
    private static final int OWN_STEPS = 8;

    private final SiblingTrials trials;
    private final int task;
    private final int[] members;
    private final int[] places;
    private final SiblingKernel kernel;
    private final LogitMode mode;

    private TaskProcess(Siblings siblings, SiblingTrials trials, int task, TaskTrials tried, SiblingKernel kernel) {
        this.trials = trials;
        this.task = task;
        this.members = tried.members();
        this.places = new int[trials.siblings()];
        Arrays.fill(places, -1);
        for (int s = 0; s < members.length; s++) {
            places[members[s]] = s;
        }
        this.kernel = kernel;
        this.mode = LogitMode.of(siblings, kernel, tried);
    }

    /** Learns a task's relevances, then all logits. */
    static TaskProcess learn(Siblings siblings, SiblingTrials trials, int task) {
        TaskTrials tried = tried(trials, task);
        TaskTrials few = tried.thinned(MOST_LEARNED_FROM);
        double[] relevances = KinshipPrior.start(siblings);
        double variance = few.count() == 0 ? 1 : few.variance();
        if (few.count() > 1) {
            double[] values = new double[few.count()];
            double[] noise = new double[few.count()];
            for (int i = 0; i < values.length; i++) {
                values[i] = few.logit(i);
                noise[i] = few.noise(i);
            }
            for (int round = 0; round < ROUNDS; round++) {
                KinshipEvidence evidence = new KinshipEvidence(siblings, variance, few.members(), values, noise);
                relevances = QuasiNewton.descend(evidence, relevances, STEPS);
                if (round < ROUNDS - 1) {
                    LogitMode mode = LogitMode.of(siblings, new SiblingKernel(siblings, variance, relevances), few);
                    values = mode.values();
                    noise = mode.noise();
                }
            }
        }
        return new TaskProcess(siblings, trials, task, tried, new SiblingKernel(siblings, variance, relevances));
    }

    private static TaskTrials tried(SiblingTrials trials, int task) {
        int[] members = IntStream.range(0, trials.siblings())
                .filter(i -> trials.asked(i, task) > 0)
                .boxed()
                .sorted(Comparator.comparing(i -> -trials.asked(i, task)))
                .limit(MOST)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        return new TaskTrials(
                members,
                Arrays.stream(members).map(i -> trials.solved(i, task)).toArray(),
                Arrays.stream(members).map(i -> trials.asked(i, task)).toArray());
    }

    /** Expected chance of a sibling. */
    ChanceMoments foretell(int sibling, Siblings.Nearness near) {
        int s = places[sibling];
        if (s >= 0) {
            double noise = mode.noise()[s];
            double mean = mode.values()[s] - noise * mode.applied()[s];
            return ChanceMoments.of(mean, noise * (1 - noise * mode.inverse().get(s, s)));
        }
        double[] alike = new double[members.length];
        double mean = 0;
        for (int k = 0; k < alike.length; k++) {
            alike[k] = kernel.between(near.to(members[k]));
            mean += alike[k] * mode.applied()[k];
        }
        double variance = kernel.prior();
        for (int k = 0; k < alike.length; k++) {
            double sum = 0;
            for (int h = 0; h < k; h++) {
                sum += mode.inverse().unsafe_get(k, h) * alike[h];
            }
            variance -= alike[k] * (2 * sum + mode.inverse().unsafe_get(k, k) * alike[k]);
        }
        return ownItems(sibling, mean, Math.max(variance, kernel.own() / 2));
    }

    /** What a sibling's own items add, where it is none of those that were factorised. */
    private ChanceMoments ownItems(int sibling, double mean, double variance) {
        int asked = trials.asked(sibling, task);
        double logit = mean;
        double weight = 0;
        for (int step = 0; step < OWN_STEPS && asked > 0; step++) {
            double chance = Logistic.of(logit);
            weight = Math.max(1e-3, asked * chance * (1 - chance));
            double pull = (mean - logit) / variance + trials.solved(sibling, task) - asked * chance;
            logit += pull / (1 / variance + weight);
        }
        return ChanceMoments.of(logit, 1 / (1 / variance + weight));
    }

    /** Expected chance of one of those that were factorised, as it would be without its own items. */
    ChanceMoments withoutOwn(int sibling) {
        int s = places[sibling];
        double inverse = mode.inverse().get(s, s);
        double mean = mode.values()[s] - mode.applied()[s] / inverse;
        return ChanceMoments.of(mean, Math.max(1 / inverse - mode.noise()[s], kernel.own() / 2));
    }

    /** Whether a sibling is one of those that were factorised. */
    boolean has(int sibling) {
        return places[sibling] >= 0;
    }
}

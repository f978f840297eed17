package org.eyrie.server.screening;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.eyrie.develop.contest.EffectDistance;
import org.eyrie.develop.foretell.EffectDescriptors;
import org.eyrie.lrmf.kinship.SiblingForecast;
import org.eyrie.lrmf.kinship.SiblingKinship;
import org.eyrie.lrmf.kinship.SiblingTrials;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.model.Stores;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.server.merging.FolderEffect;
import org.eyrie.server.merging.FolderMaker;
import org.eyrie.task.Progress;

/**
 * Judges plans by what they would do to their parents: a merge that nobody keeps says how much of each parent a plan would
 * have, and evaluated models of the same parents, whose weights are at hand too, say how far that goes with success.
 *
 * <p>Lineage is no part of it: of plans that share all parents lineage says the same, and this says nothing of others.
 */
public final class EffectScreen {

    /** With fewer evaluated siblings, intervals of what is foretold hold nothing. */
    public static final int LEAST_SIBLINGS = 8;

    /** Those of which more may come than the mean says are worth a look, as in a search. */
    private static final double BOLDNESS = .5;

    private final Stores stores;
    private final ModelFolders folders;
    private final Map<BenchmarkId, Double> benchmarks;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, MergeEffect> effects = new HashMap<>();

    /** @param benchmarks what plans are to be good at, each with its weight */
    public EffectScreen(Stores stores, ModelFolders folders, Map<BenchmarkId, Double> benchmarks) {
        this.stores = stores;
        this.folders = folders;
        this.benchmarks = new LinkedHashMap<>(benchmarks);
    }

    /** What could not be looked at, and why, for people. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * Plans whose base and parents lie there, in their order.
     *
     * @param budget how many may be evaluated
     */
    public List<EffectJudgement> judge(List<ProgrammedPlan> plans, int budget, Progress progress) {
        Map<List<ModelId>, List<ProgrammedPlan>> together = new LinkedHashMap<>();
        for (ProgrammedPlan plan : plans) {
            List<ModelId> models = new ArrayList<>(plan.parents());
            models.add(0, plan.base());
            together.computeIfAbsent(models, key -> new ArrayList<>()).add(plan);
        }
        List<EffectJudgement> judged = new ArrayList<>();
        together.forEach((models, group) -> judged.addAll(judge(models, group, progress)));
        return chosen(judged, budget);
    }

    private List<EffectJudgement> judge(List<ModelId> models, List<ProgrammedPlan> plans, Progress progress) {
        List<Path> found = new ArrayList<>();
        TreeSet<String> missing = new TreeSet<>();
        for (ModelId model : models) {
            Optional<Path> folder = folders.of(model);
            folder.ifPresent(found::add);
            if (folder.isEmpty()) {
                missing.add(model.value());
            }
        }
        if (!missing.isEmpty()) {
            notes.add(plans.size() + (plans.size() == 1 ? " plan has" : " plans have")
                    + " lineage alone: there are no weights of " + String.join(", ", missing) + " below " + folders
                    + ".");
            return List.of();
        }
        FolderMaker parents = new FolderMaker(found.get(0), found.subList(1, found.size()));
        List<ProgrammedPlan> described = new ArrayList<>();
        List<FolderEffect> own = new ArrayList<>();
        for (ProgrammedPlan plan : plans) {
            progress.check();
            progress.at("merging " + plan.label(), own.size(), plans.size());
            try {
                own.add(parents.merge(plan.program()));
                described.add(plan);
            } catch (InvalidInputException e) {
                notes.add(plan.label() + " has lineage alone: " + e.getMessage());
            }
        }
        return described.isEmpty() ? List.of() : judge(models, described, own, parents, progress);
    }

    private List<EffectJudgement> judge(
            List<ModelId> models,
            List<ProgrammedPlan> plans,
            List<FolderEffect> own,
            FolderMaker parents,
            Progress progress) {
        List<BenchmarkId> tasks = List.copyOf(benchmarks.keySet());
        Map<ModelId, int[][]> measured =
                new EvaluatedSiblings(stores, tasks).of(models.get(0), models.subList(1, models.size()));
        List<MergeEffect> all = new ArrayList<>();
        List<int[][]> counts = new ArrayList<>();
        int unseen = 0;
        for (Map.Entry<ModelId, int[][]> sibling : measured.entrySet()) {
            progress.check();
            progress.at("reading " + sibling.getKey(), all.size(), measured.size());
            Optional<MergeEffect> effect =
                    folders.of(sibling.getKey()).flatMap(folder -> read(parents, folder, progress));
            effect.ifPresent(all::add);
            effect.ifPresent(read -> counts.add(sibling.getValue()));
            unseen += effect.isPresent() ? 0 : 1;
        }
        int siblings = all.size();
        own.forEach(one -> all.add(one.effect()));
        SiblingForecast forecast = null;
        String of =
                models.subList(1, models.size()).stream().map(ModelId::value).collect(Collectors.joining(", "));
        if (siblings >= LEAST_SIBLINGS) {
            forecast = SiblingKinship.learn(EffectDescriptors.of(all), trials(counts, all.size(), tasks.size()))
                    .foretell();
        } else {
            notes.add("Nothing is foretold from effects on " + of + ": " + siblings
                    + " evaluated models of theirs have weights below " + folders + ", and it takes " + LEAST_SIBLINGS
                    + ". " + unseen + " more were evaluated and lie elsewhere.");
        }
        List<EffectJudgement> judged = new ArrayList<>();
        for (int k = 0; k < plans.size(); k++) {
            effects.put(plans.get(k).label(), own.get(k).effect());
            judged.add(new EffectJudgement(
                    plans.get(k).label(),
                    models.subList(1, models.size()),
                    own.get(k).whole().weights(),
                    own.get(k).whole().explained(),
                    forecast == null ? null : mean(forecast, siblings + k),
                    forecast == null ? null : sd(forecast, siblings + k),
                    siblings,
                    null,
                    null));
        }
        return judged;
    }

    private Optional<MergeEffect> read(FolderMaker parents, Path folder, Progress progress) {
        try {
            return Optional.of(parents.read(folder, progress.heardBy((step, done, total) -> {}))
                    .effect());
        } catch (InvalidInputException e) {
            notes.add(folder + " is left aside: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static SiblingTrials trials(List<int[][]> counts, int all, int tasks) {
        int[][] solved = new int[all][tasks];
        int[][] asked = new int[all][tasks];
        for (int i = 0; i < counts.size(); i++) {
            for (int task = 0; task < tasks; task++) {
                solved[i][task] = counts.get(i)[task][0];
                asked[i][task] = counts.get(i)[task][1];
            }
        }
        return new SiblingTrials(solved, asked);
    }

    private double mean(SiblingForecast forecast, int sibling) {
        return weighted(task -> forecast.mean(sibling, task));
    }

    /** As if what is off on one benchmark were off on all of them, which is wide rather than narrow. */
    private double sd(SiblingForecast forecast, int sibling) {
        return weighted(task -> forecast.sd(sibling, task));
    }

    private double weighted(IntToDoubleFunction of) {
        double sum = 0;
        double weights = 0;
        int task = 0;
        for (double weight : benchmarks.values()) {
            sum += weight * of.applyAsDouble(task++);
            weights += weight;
        }
        return sum / weights;
    }

    /** The most promising first; of those that would be one model, one. */
    private List<EffectJudgement> chosen(List<EffectJudgement> judged, int budget) {
        List<EffectJudgement> ranked = judged.stream()
                .filter(one -> one.mean() != null)
                .sorted(Comparator.comparingDouble(EffectScreen::promise).reversed())
                .toList();
        Map<String, Integer> turns = new LinkedHashMap<>();
        Map<String, String> twins = new HashMap<>();
        List<EffectJudgement> taken = new ArrayList<>();
        for (EffectJudgement one : ranked) {
            Optional<String> twin = taken.stream()
                    .filter(other -> isSame(one, other))
                    .map(EffectJudgement::candidate)
                    .findFirst();
            twin.ifPresent(other -> twins.put(one.candidate(), other));
            if (twin.isEmpty() && taken.size() < budget) {
                taken.add(one);
                turns.put(one.candidate(), taken.size());
            }
        }
        return judged.stream()
                .map(one -> new EffectJudgement(
                        one.candidate(),
                        one.parents(),
                        one.weights(),
                        one.explained(),
                        one.mean(),
                        one.sd(),
                        one.siblings(),
                        turns.get(one.candidate()),
                        twins.get(one.candidate())))
                .toList();
    }

    private boolean isSame(EffectJudgement one, EffectJudgement other) {
        MergeEffect own = effects.get(one.candidate());
        MergeEffect effect = effects.get(other.candidate());
        return own != null
                && effect != null
                && one.parents().equals(other.parents())
                && EffectDistance.same(effect, own);
    }

    private static double promise(EffectJudgement judged) {
        Double mean = judged.mean();
        Double sd = judged.sd();
        return mean == null || sd == null ? Double.NEGATIVE_INFINITY : mean + BOLDNESS * sd;
    }
}

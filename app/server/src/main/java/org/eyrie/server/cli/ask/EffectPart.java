package org.eyrie.server.cli.ask;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eyrie.engine.ask.Candidate;
import org.eyrie.engine.ask.PlannedModel;
import org.eyrie.engine.ask.Screened;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.server.out.Table;
import org.eyrie.server.out.TextTable;
import org.eyrie.server.screening.EffectJudgement;
import org.eyrie.server.screening.EffectScreen;
import org.eyrie.server.screening.ProgrammedPlan;
import org.eyrie.task.Progress;

/** The part of a screening that rests on weights: which plans had it, and what it says of them. */
record EffectPart(List<EffectJudgement> judged, Map<String, ModelId> bases, List<String> notes) {

    static final EffectPart NONE = new EffectPart(List.of(), Map.of(), List.of());

    /**
     * Judges the plans that say how they would be made.
     *
     * @throws InvalidInputException if two candidates have one name
     */
    static EffectPart of(
            EffectScreen screen,
            List<Candidate> candidates,
            List<ProgrammedPlan> programs,
            int budget,
            Progress progress) {
        Set<String> labels = new HashSet<>();
        List<Fault> twice = candidates.stream()
                .filter(candidate -> !labels.add(candidate.label()))
                .map(candidate -> new Fault(
                        candidate.where(), "another is called \"" + candidate.label() + "\" too; give each a label"))
                .toList();
        if (!twice.isEmpty()) {
            throw new InvalidInputException("The candidates", twice);
        }
        List<EffectJudgement> judged = screen.judge(programs, budget, progress);
        List<String> notes = new ArrayList<>(screen.notes());
        int others = candidates.size() - programs.size();
        if (others > 0) {
            notes.add(others + (others == 1 ? " candidate has" : " candidates have")
                    + " lineage alone: models that exist, and plans that do not say how they would be made, with a program or"
                    + " as a recipe of task_arithmetic with one weight a model.");
        }
        Map<String, ModelId> bases = new HashMap<>();
        programs.forEach(plan -> bases.put(plan.label(), plan.base()));
        return new EffectPart(judged, bases, notes);
    }

    /** The candidates, those that were read with the shares that they would have. */
    List<Candidate> plans(List<Candidate> candidates) {
        Map<String, EffectJudgement> known =
                judged.stream().collect(Collectors.toMap(EffectJudgement::candidate, one -> one));
        return candidates.stream()
                .map(candidate -> {
                    EffectJudgement effect = known.get(candidate.label());
                    PlannedModel plan = candidate.plan();
                    return effect == null || plan == null ? candidate : shared(candidate, plan, effect);
                })
                .toList();
    }

    private Candidate shared(Candidate candidate, PlannedModel plan, EffectJudgement effect) {
        double sum = effect.weights().stream()
                .mapToDouble(weight -> Math.max(0, weight))
                .sum();
        double left = 1;
        List<PlannedModel.Parent> parents = new ArrayList<>();
        for (int p = 0; p < effect.parents().size(); p++) {
            double share = Math.max(0, effect.weights().get(p)) / Math.max(1, sum);
            left -= share;
            parents.add(new PlannedModel.Parent(effect.parents().get(p), Math.min(1, share)));
        }
        ModelId base = bases.get(candidate.label());
        if (base != null && !effect.parents().contains(base)) {
            parents.add(new PlannedModel.Parent(base, Math.max(0, left)));
        }
        PlannedModel read = new PlannedModel(parents, plan.relation(), plan.id(), plan.traits(), plan.method());
        return new Candidate(candidate.where(), candidate.label(), null, read);
    }

    Map<String, Object> json(Screened screened) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("screened", screened);
        json.put("effects", judged);
        json.put("notes", notes);
        return json;
    }

    void print(PrintWriter out) {
        out.println();
        if (!judged.isEmpty()) {
            out.println("By what they would do to their parents, which lineage does not know:");
            out.println();
            TextTable.print(table(), out);
            out.println();
        }
        notes.forEach(out::println);
    }

    /** A row for each plan that was judged, the best first. */
    Table table() {
        Table table =
                new Table("evaluate", "candidate", "foretold", "sd", "siblings", "weights", "explained", "same as");
        judged.stream()
                .sorted((one, other) -> Double.compare(mean(other), mean(one)))
                .forEach(one -> table.row(
                        one.turn(),
                        one.candidate(),
                        one.mean(),
                        one.sd(),
                        one.siblings(),
                        weights(one),
                        one.explained(),
                        one.twin()));
        return table;
    }

    private static double mean(EffectJudgement judged) {
        Double mean = judged.mean();
        return mean == null ? Double.NEGATIVE_INFINITY : mean;
    }

    private static String weights(EffectJudgement judged) {
        return IntStream.range(0, judged.parents().size())
                .mapToObj(parent ->
                        String.format(Locale.ROOT, "%.2f", judged.weights().get(parent)))
                .collect(Collectors.joining(" "));
    }
}

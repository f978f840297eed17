package org.eyrie.server.cli.develop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.develop.contest.Contender;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.program.Program;
import org.eyrie.program.language.StepByStep;
import org.eyrie.server.out.Table;

/** What a candidate is and does, as tables. */
final class CandidateTables {

    private CandidateTables() {}

    /** Its program step by step. */
    static Table steps(String program) {
        Table steps = new Table("step", "is", "in words");
        StepByStep.of(Program.parse(program).graph())
                .forEach(step -> steps.row(step.name(), step.text(), step.meaning()));
        return steps;
    }

    /** What it does to the parents, a row for each group of tensors. */
    static Table effect(DevelopmentPlan plan, MergeEffect effect) {
        List<String> columns = new ArrayList<>(List.of("tensors"));
        plan.parents().forEach(parent -> columns.add(parent.value()));
        columns.addAll(List.of("rest", "norm", "changed"));
        Table table = new Table(columns.toArray(String[]::new));
        for (int group = 0; group < effect.groups().size(); group++) {
            Object[] row = new Object[columns.size()];
            row[0] = effect.groups().get(group);
            for (int parent = 0; parent < effect.parents(); parent++) {
                row[1 + parent] = effect.weight(group, parent);
            }
            row[row.length - 3] = effect.rest(group);
            row[row.length - 2] = effect.norm(group);
            row[row.length - 1] = effect.share(group);
            table.row(row);
        }
        return table;
    }

    /** How it did on each task. */
    static Table outcomes(DevelopmentPlan plan, Contender contender) {
        Map<String, int[]> tasks = new LinkedHashMap<>();
        for (int item = 0; item < plan.items().size(); item++) {
            if (contender.asked(item)) {
                int[] counts = tasks.computeIfAbsent(plan.items().get(item).task(), task -> new int[2]);
                counts[0] += contender.solved(item) ? 1 : 0;
                counts[1]++;
            }
        }
        Table table = new Table("task", "asked", "solved", "share");
        tasks.forEach((task, counts) -> table.row(task, counts[1], counts[0], (double) counts[0] / counts[1]));
        return table;
    }

    /** All of these by their titles, where there is something to say. */
    static Map<String, Table> all(DevelopmentPlan plan, Contender contender) {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("Step by step", steps(contender.text()));
        MergeEffect effect = contender.effect();
        if (effect != null) {
            tables.put("What it does to its parents", effect(plan, effect));
        }
        Table outcomes = outcomes(plan, contender);
        if (!outcomes.rows().isEmpty()) {
            tables.put("By task", outcomes);
        }
        return tables;
    }
}

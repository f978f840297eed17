package org.eyrie.server.cli.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eyrie.engine.ask.Plan;
import org.eyrie.server.out.Table;
import org.jspecify.annotations.Nullable;

/** Predictions of a planned model as a table. */
final class PlanTable {

    private static final List<String> COLUMNS = List.of(
            "benchmark",
            "predicted",
            "lower",
            "upper",
            "level",
            "p_beats_best_parent",
            "best_parent",
            "best_parent_score",
            "best_parent_measured",
            "relatives_measured");

    private PlanTable() {}

    /** Without traits, which do not fit beside; {@link #traits} has them. */
    static Table forPeople(List<Plan> plans) {
        Table table = new Table(COLUMNS.toArray(String[]::new));
        plans.forEach(plan -> table.row(cells(plan).toArray()));
        return table;
    }

    /** What fits a terminal. */
    static Table brief(List<Plan> plans) {
        Table table = new Table("benchmark", "predicted", "interval", "beats best", "best parent", "its score");
        for (Plan plan : plans) {
            table.row(
                    plan.benchmark(),
                    plan.predicted().mean(),
                    ForecastBrief.interval(plan.predicted()),
                    String.format(Locale.ROOT, "%.0f %%", 100 * plan.chanceToBeatBestParent()),
                    plan.bestParent(),
                    String.format(Locale.ROOT, "%.4f", plan.bestParentScore())
                            + (plan.bestParentMeasured() ? "" : " pred."));
        }
        return table;
    }

    /** With the traits given and assumed, each as {@code name=value, name=value}, and the warnings in the last columns. */
    static Table forPrograms(List<Plan> plans) {
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.addAll(List.of("given", "assumed", "warnings"));
        Table table = new Table(columns.toArray(String[]::new));
        for (Plan plan : plans) {
            List<@Nullable Object> cells = new ArrayList<>(cells(plan));
            cells.add(named(plan, true));
            cells.add(named(plan, false));
            cells.add(String.join(" ", plan.warnings()));
            table.row(cells.toArray());
        }
        return table;
    }

    /** A line of what was given and one of what was assumed, with the reasons; none where there is nothing to say. */
    static List<String> traits(List<Plan> plans) {
        List<String> lines = new ArrayList<>();
        for (boolean given : new boolean[] {true, false}) {
            String traits = plans.stream()
                    .limit(1)
                    .flatMap(plan -> plan.traits().stream())
                    .filter(trait -> trait.given() == given)
                    .map(trait -> trait.name() + " " + trait.value()
                            + (trait.reason() == null ? "" : " (" + trait.reason() + ")"))
                    .collect(Collectors.joining(", "));
            if (!traits.isEmpty()) {
                lines.add((given ? "Given: " : "Assumed: ") + traits);
            }
        }
        return lines;
    }

    private static String named(Plan plan, boolean given) {
        return plan.traits().stream()
                .filter(trait -> trait.given() == given)
                .map(trait -> trait.name() + "=" + trait.value())
                .collect(Collectors.joining(", "));
    }

    private static List<Object> cells(Plan plan) {
        return List.of(
                plan.benchmark(),
                plan.predicted().mean(),
                plan.predicted().lower(),
                plan.predicted().upper(),
                plan.predicted().level(),
                plan.chanceToBeatBestParent(),
                plan.bestParent(),
                plan.bestParentScore(),
                plan.bestParentMeasured(),
                plan.relativesMeasured());
    }
}

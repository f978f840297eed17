package org.eyrie.server.cli;

import java.util.List;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Relation;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Table;
import org.eyrie.server.predict.Asking;
import org.eyrie.server.predict.Plan;
import org.eyrie.server.predict.PlannedModel;
import org.eyrie.server.stores.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "what-if",
        description = {
            "Predicts scores of a model that does not exist yet, and how likely it is to beat each of its parents.",
            "Nothing is written."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie what-if --parent acme/a-7b --parent acme/b-7b",
            "  eyrie what-if --parent acme/a-7b:0.7 --parent acme/b-7b:0.3 --benchmark IFEval",
            "  eyrie what-if --parent acme/a-7b --relation finetune --json"
        })
final class WhatIfCommand extends DatabaseCommand {

    @Option(
            names = "--parent",
            required = true,
            paramLabel = "ID[:WEIGHT]",
            description = "What it would be made from, with its share from 0 to 1; may be given several times.")
    private List<PlannedModel.Parent> parents = List.of();

    @Option(
            names = "--relation",
            paramLabel = "R",
            description = "finetune, merge, adapter, quantized, distill or unknown."
                    + " Default: finetune of one parent, merge of several.")
    private @Nullable Relation relation;

    @Option(
            names = "--benchmark",
            paramLabel = "NAME",
            description = "A benchmark; may be given several times. Default: all.")
    private List<BenchmarkId> benchmarks = List.of();

    @Mixin
    private OutputOptions output = new OutputOptions();

    WhatIfCommand(Workshop workshop, GlobalOptions globals) {
        super(workshop, globals);
    }

    @Override
    int run(Session session, ProgressBar bar) {
        Relation how = relation != null ? relation : parents.size() > 1 ? Relation.MERGE : Relation.FINETUNE;
        List<Plan> plans = Asking.of(session.stores()).whatIf().ask(new PlannedModel(parents, how), benchmarks);
        output.print(table(plans), terminal().out());
        if (output.format() == OutputOptions.Format.TABLE) {
            plans.stream().flatMap(plan -> plan.warnings().stream()).distinct().forEach(warning -> terminal()
                    .err()
                    .println(warning));
        }
        return 0;
    }

    private static Table table(List<Plan> plans) {
        Table table = new Table(
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
        for (Plan plan : plans) {
            table.row(
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
        return table;
    }
}

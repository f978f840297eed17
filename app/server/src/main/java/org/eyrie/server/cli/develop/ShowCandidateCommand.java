package org.eyrie.server.cli.develop;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eyrie.develop.contest.Contender;
import org.eyrie.develop.contest.Contenders;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.program.Program;
import org.eyrie.program.language.StepByStep;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Table;
import org.eyrie.server.out.TextTable;
import org.eyrie.server.stores.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description =
                "Shows a candidate: its program step by step, what it was made from, what it does to the parents, and"
                        + " how it did on each task.",
        footer = {"", "Examples:", "  eyrie develop show mine alg:1f0e8a", "  eyrie develop best mine   # has the ids"})
final class ShowCandidateCommand extends SearchCommand {

    @Parameters(index = "1", paramLabel = "ID", description = "The program's id, or enough of its beginning.")
    private @Nullable String program;

    ShowCandidateCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        SearchRecord record = session.developments().read(id());
        Contenders contenders = Contenders.of(record);
        Contender contender = CandidateChoice.of(contenders, Required.of(program), id());
        PrintWriter out = terminal().out();
        Proposal proposal = contender.proposal();
        out.println(contender.program() + ", round " + proposal.round() + ", "
                + proposal.draft().origin().name().toLowerCase(Locale.ROOT)
                + (proposal.draft().varies().isEmpty()
                        ? ""
                        : ", made from " + String.join(", ", proposal.draft().varies())));
        contender.text().lines().forEach(line -> out.println("  " + line));
        out.println();
        Table steps = new Table("step", "is", "in words");
        StepByStep.of(Program.parse(contender.text()).graph())
                .forEach(step -> steps.row(step.name(), step.text(), step.meaning()));
        TextTable.print(steps, out);
        MergeEffect effect = proposal.effect();
        if (effect != null) {
            out.println();
            TextTable.print(effect(record.plan(), effect), out);
        }
        out.println();
        TextTable.print(outcomes(record.plan(), contender), out);
        out.flush();
        return 0;
    }

    private static Table effect(DevelopmentPlan plan, MergeEffect effect) {
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

    private static Table outcomes(DevelopmentPlan plan, Contender contender) {
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
}

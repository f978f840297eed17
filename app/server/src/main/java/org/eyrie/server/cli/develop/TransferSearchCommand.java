package org.eyrie.server.cli.develop;

import java.util.List;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.UnknownSearchException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.registry.Network;
import org.eyrie.server.searching.BroughtPrograms;
import org.eyrie.server.searching.SearchRun;
import org.eyrie.server.searching.SettingFaults;
import org.eyrie.server.stores.Session;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "transfer",
        description = {
            "Begins a search over other parents with the best programs of an earlier one, which are its first candidates.",
            "Programs count parents by their place: give as many, in an order that means the same. Beginning the same again"
                    + " changes nothing."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie develop transfer theirs --from mine --base almanac/seed --parent almanac/specialist1 \\",
            "                --parent almanac/specialist2 --parent almanac/specialist3",
            "  eyrie develop run theirs",
            "  eyrie develop best theirs",
            "",
            "\"best brought\" is the best of what was brought; what each was worth there stands in its proposal."
        })
final class TransferSearchCommand extends BeginSearchCommand {

    @Option(
            names = "--from",
            required = true,
            paramLabel = "NAME",
            description = "The search whose programs are taken.")
    private @Nullable String from;

    @Option(
            names = "--programs",
            paramLabel = "N",
            description = "How many of its best, its leader among them. Default: ${DEFAULT-VALUE}.")
    private int count = 8;

    private @Nullable DevelopmentId earlier;
    private @Nullable List<ProgramDraft> drafts;

    TransferSearchCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    void check(SettingFaults faults) {
        if (count < 1) {
            faults.misused("--programs", "It must be at least 1, not " + count + ".");
        }
        if (Required.of(from).equals(name())) {
            faults.misused("--from", "A search cannot begin with what it found itself; give the new one another name.");
        } else {
            earlier = faults.value("--from", from, DevelopmentId::new);
        }
    }

    @Override
    boolean looksUp() {
        return earlier != null;
    }

    @Override
    void beforehand(Session session, SettingFaults faults) {
        try {
            drafts = faults.read("--from", () -> drafts(session, Required.of(earlier)));
        } catch (UnknownSearchException unknown) {
            faults.unusable("--from", String.valueOf(unknown.getMessage()));
        }
    }

    @Override
    void bring(Session session, ProgressBar bar) {
        SearchRun.open(id(), sources(), session.developments())
                .begin(
                        Required.of(drafts),
                        context().clock(),
                        Network.of(context().environment(), context().clock()),
                        Progress.of(bar::at, cancellation()::requested));
    }

    private List<ProgramDraft> drafts(Session session, DevelopmentId search) {
        List<ProgramDraft> best = BroughtPrograms.of(session.developments().read(search), Math.max(1, count));
        if (best.isEmpty()) {
            throw new InvalidInputException(
                    "search " + search,
                    List.of(new Fault("programs", "it tried none yet; run it: eyrie develop run " + search)));
        }
        return best;
    }
}

package org.eyrie.server.cli.lineage;

import org.eyrie.model.Family;
import org.eyrie.model.FamilyCursor;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Page;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Table;
import org.eyrie.server.stores.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "families",
        description = "Lists founders, models without parents, with everything made from them, largest family first.",
        footer = {
            "",
            "Examples:",
            "  eyrie families",
            "  eyrie families --limit 5 --format csv",
            "  eyrie families --after 163:mistralai/Mistral-7B-v0.1"
        })
public final class FamiliesCommand extends DatabaseCommand {

    private static final int PAGE = 500;

    @Option(names = "--limit", paramLabel = "N", description = "How many to list. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Option(
            names = "--after",
            paramLabel = "SIZE:FOUNDER",
            description = "List only what comes after this family, where a list before ended.")
    private @Nullable String after;

    @Mixin
    private OutputOptions output = new OutputOptions();

    public FamiliesCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        if (limit < 1) {
            throw new WrongUseException("--limit must be at least 1, not " + limit);
        }
        if (after != null) {
            try {
                FamilyCursor.parse(after);
            } catch (IllegalArgumentException e) {
                throw new WrongUseException(
                        "--after must be a number of models and a founder, such as 163:acme/base-7b, not " + after);
            }
        }
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        LineageStore lineage = session.stores().lineage();
        Table table = new Table("founder", "models", "depth", "evaluated", "scores");
        @Nullable String cursor = after;
        do {
            Page<Family> page =
                    lineage.families(cursor, Math.min(PAGE, limit - table.rows().size()));
            for (Family family : page.rows()) {
                table.row(family.founder(), family.size(), family.depth(), family.evaluated(), family.evaluations());
            }
            cursor = page.nextCursor();
        } while (cursor != null && table.rows().size() < limit);
        output.print(table, terminal());
        if (cursor != null) {
            terminal().err().println("More: eyrie families --after '" + cursor + "'");
        }
        return 0;
    }
}

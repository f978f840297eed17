package org.eyrie.server.cli.token;

import org.eyrie.model.access.AccessToken;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.json.Json;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Table;
import org.eyrie.server.stores.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        description = "Lists the tokens that were given out.",
        footer = {"", "Examples:", "  eyrie token list", "  eyrie token list --json"})
final class ListTokensCommand extends DatabaseCommand {

    @Mixin
    private OutputOptions output = new OutputOptions();

    ListTokensCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        if (output.isJson()) {
            terminal()
                    .out()
                    .println(Json.pretty(session.access().tokens().stream()
                            .map(token -> new Line(
                                    token.name(),
                                    token.scope().code(),
                                    token.createdAt().toString()))
                            .toList()));
            return 0;
        }
        Table table = new Table("name", "scope", "created");
        for (AccessToken token : session.access().tokens()) {
            table.row(token.name(), token.scope().code(), token.createdAt());
        }
        output.print(table, terminal().out());
        return 0;
    }

    /** A token without its hash. */
    private record Line(String name, String scope, String created) {}
}

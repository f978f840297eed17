package org.eyrie.server.cli.token;

import java.util.List;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.stores.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "revoke",
        description = "Revokes a token; services that run notice within seconds. With the last one the service is open"
                + " again, which it refuses to be elsewhere than on this machine.",
        footer = {"", "Examples:", "  eyrie token revoke ci"})
final class RevokeTokenCommand extends DatabaseCommand {

    @Parameters(paramLabel = "NAME", description = "The one to revoke.")
    private String name = "";

    RevokeTokenCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        if (!session.access().revoke(name)) {
            throw new InvalidInputException(
                    "Token", List.of(new Fault(name, "There is no token of that name; eyrie token list has all.")));
        }
        terminal().out().println("Revoked " + name);
        return 0;
    }
}

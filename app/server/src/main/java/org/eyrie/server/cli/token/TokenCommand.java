package org.eyrie.server.cli.token;

import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "token",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Tokens for those who use the service over the network.",
            "As soon as there is one, the service asks everybody for theirs. Each allows what those before it do: read asks, ingest brings facts in and has fits made, admin takes facts back and sees who wrote what."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie token create ann --scope admin",
            "  eyrie token create ci --scope ingest",
            "  eyrie token list",
            "  eyrie token revoke ci"
        })
public final class TokenCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    private TokenCommand() {}

    /** The command with those below it. */
    public static CommandLine of(CommandContext context, GlobalOptions globals) {
        return new CommandLine(new TokenCommand())
                .addSubcommand(new CreateTokenCommand(context, globals))
                .addSubcommand(new ListTokensCommand(context, globals))
                .addSubcommand(new RevokeTokenCommand(context, globals));
    }

    @Override
    public void run() {
        throw new ParameterException(
                Required.of(spec).commandLine(), "What is to be done with tokens? One of the commands below.");
    }
}

package org.eyrie.server.cli.token;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.access.AccessScope;
import org.eyrie.model.access.AccessToken;
import org.eyrie.server.access.TokenText;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.stores.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        description = "Makes a token and prints it, once: only its hash is kept.",
        footer = {"", "Examples:", "  eyrie token create ann --scope admin", "  eyrie token create notebook"})
final class CreateTokenCommand extends DatabaseCommand {

    @Parameters(paramLabel = "NAME", description = "Who it is for: a person or a program.")
    private String name = "";

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "What it allows: read, ingest or admin. Default: ${DEFAULT-VALUE}.")
    private String scope = AccessScope.READ.code();

    CreateTokenCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        token(TokenText.random());
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        TokenText secret = TokenText.random();
        if (!session.access().add(token(secret))) {
            throw new InvalidInputException(
                    "Token",
                    List.of(new Fault(
                            name,
                            "There is a token of that name. Choose another name, or revoke it: eyrie token revoke "
                                    + name)));
        }
        terminal().out().println(secret.text());
        terminal()
                .err()
                .println("It is shown only now. Send it as \"Authorization: Bearer ...\", or give it to clients as"
                        + " EYRIE_TOKEN.");
        return 0;
    }

    private AccessToken token(TokenText secret) {
        AccessScope allowed = AccessScope.ofCode(scope)
                .orElseThrow(() -> new WrongUseException("There is no scope \"" + scope + "\", only "
                        + Stream.of(AccessScope.values()).map(AccessScope::code).collect(Collectors.joining(", "))
                        + "."));
        try {
            return new AccessToken(
                    name, secret.hash(), allowed, context().clock().instant());
        } catch (IllegalArgumentException refused) {
            throw new WrongUseException(String.valueOf(refused.getMessage()));
        }
    }
}

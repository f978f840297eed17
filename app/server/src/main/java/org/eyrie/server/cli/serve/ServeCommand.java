package org.eyrie.server.cli.serve;

import org.eyrie.server.access.IssuerSettings;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.registry.RegistryOptions;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.registry.Network;
import org.eyrie.server.registry.RegistryFolder;
import org.eyrie.server.rest.Rehearsal;
import org.eyrie.server.stores.DatabaseChoice;
import org.eyrie.server.stores.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "serve",
        description = {
            "Runs the service: page, REST and Swagger UI, until Ctrl-C.",
            "With an MLflow to follow, what changes there is imported as it comes. EYRIE_MLFLOW_WEBHOOK_SECRET and EYRIE_HUB_WEBHOOK_SECRET open /api/v1/webhooks/."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie serve",
            "  eyrie serve --port 9000",
            "  eyrie serve --models /srv/models",
            "  eyrie serve --mlflow-uri http://localhost:5000 --mlflow-write-back",
            "  eyrie token create ann --scope admin && eyrie serve --host 0.0.0.0",
            "  NEO4J_URI=neo4j://db:7687 NEO4J_PASSWORD=... eyrie serve --host 0.0.0.0"
        })
public final class ServeCommand extends DatabaseCommand {

    @Mixin
    private ListenOptions listen = new ListenOptions();

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Mixin
    private RegistryOptions registries = new RegistryOptions();

    private final GlobalOptions globals;

    public ServeCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
        this.globals = globals;
    }

    @Override
    protected void check() {
        registries.check(context().environment());
        models.folders(context().environment());
        IssuerSettings.of(context().environment());
    }

    @Override
    protected void beginMeanwhile() {
        Rehearsal.begin();
    }

    @Override
    protected DatabaseChoice choice(GlobalOptions options) {
        return super.choice(options).alone();
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        new Serving(context(), session)
                .untilStopped(
                        listen,
                        models,
                        choice(globals).dataFolder(),
                        asking -> registries.open(
                                Network.of(context().environment(), context().clock()),
                                RegistryFolder.of(choice(globals)),
                                asking),
                        terminal().out());
        return 0;
    }
}

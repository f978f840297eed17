package org.eyrie.server.cli;

import org.eyrie.server.imports.Network;
import org.eyrie.server.imports.RegistryFolder;
import org.eyrie.server.out.ProgressBar;
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
            "  eyrie serve --mlflow-uri http://localhost:5000 --mlflow-write-back",
            "  NEO4J_URI=neo4j://db:7687 NEO4J_PASSWORD=... eyrie serve --host 0.0.0.0"
        })
final class ServeCommand extends DatabaseCommand {

    @Mixin
    private ListenOptions listen = new ListenOptions();

    @Mixin
    private RegistryOptions registries = new RegistryOptions();

    private final GlobalOptions globals;

    ServeCommand(Workshop workshop, GlobalOptions globals) {
        super(workshop, globals);
        this.globals = globals;
    }

    @Override
    void check() {
        registries.check(workshop().environment());
    }

    @Override
    DatabaseChoice choice(GlobalOptions options) {
        return super.choice(options).alone();
    }

    @Override
    int run(Session session, ProgressBar bar) {
        new Serving(workshop(), session)
                .untilStopped(
                        listen,
                        asking -> registries.open(
                                Network.of(workshop().environment(), workshop().clock()),
                                RegistryFolder.of(choice(globals)),
                                asking),
                        addresses -> addresses.print(terminal().out()));
        return 0;
    }
}

package org.eyrie.server.cli;

import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.stores.DatabaseChoice;
import org.eyrie.server.stores.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "serve",
        description = "Runs the service: page, REST and Swagger UI, until Ctrl-C.",
        footer = {
            "",
            "Examples:",
            "  eyrie serve",
            "  eyrie serve --port 9000",
            "  NEO4J_URI=neo4j://db:7687 NEO4J_PASSWORD=... eyrie serve --host 0.0.0.0"
        })
final class ServeCommand extends DatabaseCommand {

    @Mixin
    private ListenOptions listen = new ListenOptions();

    ServeCommand(Workshop workshop, GlobalOptions globals) {
        super(workshop, globals);
    }

    @Override
    DatabaseChoice choice(GlobalOptions options) {
        return super.choice(options).alone();
    }

    @Override
    int run(Session session, ProgressBar bar) {
        new Serving(workshop(), session)
                .untilStopped(listen, addresses -> addresses.print(terminal().out()));
        return 0;
    }
}

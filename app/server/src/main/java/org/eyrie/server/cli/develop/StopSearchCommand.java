package org.eyrie.server.cli.develop;

import org.eyrie.model.development.SearchState;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.stores.Session;
import picocli.CommandLine.Command;

@Command(
        name = "stop",
        description = "Asks a search to stop, wherever it runs. It begins no other merge; run takes it up again.",
        footer = {"", "Examples:", "  eyrie develop stop mine"})
final class StopSearchCommand extends SearchCommand {

    StopSearchCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        session.developments().turn(id(), SearchState.STOPPED);
        boolean finished = session.developments().read(id()).state() == SearchState.FINISHED;
        terminal()
                .out()
                .println(
                        finished
                                ? id() + " is finished already: eyrie develop best " + id()
                                : id() + " will stop. It goes on with: eyrie develop run " + id());
        return 0;
    }
}

package org.eyrie.server.cli.develop;

import org.eyrie.model.development.DevelopmentId;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.searching.SourceFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** A command about one search. */
abstract class SearchCommand extends DatabaseCommand {

    @Parameters(index = "0", paramLabel = "NAME", description = "The search's name.")
    private @Nullable DevelopmentId name;

    private final GlobalOptions globals;

    SearchCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
        this.globals = globals;
    }

    final DevelopmentId id() {
        return Required.of(name);
    }

    final GlobalOptions globals() {
        return globals;
    }

    /** Where weights and items of searches are remembered. */
    final SourceFiles sources() {
        return new SourceFiles(choice(globals).dataFolder());
    }
}

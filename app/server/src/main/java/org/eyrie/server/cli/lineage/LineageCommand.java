package org.eyrie.server.cli.lineage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Derivation;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Page;
import org.eyrie.model.UnknownModelException;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.json.Json;
import org.eyrie.server.naming.KnownNames;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.stores.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "lineage",
        description = "Prints what a model was made from, and what was made from it, as trees.",
        footer = {
            "",
            "Examples:",
            "  eyrie lineage --model acme/mix-7b",
            "  eyrie lineage --model acme/base-7b --up 0 --down 3",
            "  eyrie lineage --search mix-7b"
        })
public final class LineageCommand extends DatabaseCommand {

    private static final int FOUND = 50;

    @ArgGroup(multiplicity = "1")
    private Target target = new Target();

    @Option(
            names = "--up",
            paramLabel = "N",
            description =
                    "How many generations to climb, 0 to " + LineageStore.MAX_HOPS + ". Default: ${DEFAULT-VALUE}.")
    private int up = 10;

    @Option(
            names = "--down",
            paramLabel = "N",
            description =
                    "How many generations to descend, 0 to " + LineageStore.MAX_HOPS + ". Default: ${DEFAULT-VALUE}.")
    private int down = 2;

    @Option(names = "--json", description = "Print derivations as JSON.")
    private boolean json;

    public LineageCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        checkHops("--up", up);
        checkHops("--down", down);
    }

    private static void checkHops(String option, int hops) {
        if (hops < 0 || hops > LineageStore.MAX_HOPS) {
            throw new WrongUseException(option + " must be from 0 to " + LineageStore.MAX_HOPS + ", not " + hops);
        }
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        LineageStore lineage = session.stores().lineage();
        ModelId model = target.model;
        return model == null ? search(lineage, Required.of(target.search)) : trees(lineage, model);
    }

    private int trees(LineageStore lineage, ModelId written) {
        ModelId model = new KnownNames(lineage).meant(written);
        if (lineage.find(model).isEmpty()) {
            throw new UnknownModelException(model);
        }
        List<Derivation> ancestry = up == 0 ? List.of() : lineage.ancestry(model, up);
        List<Derivation> descendants = down == 0 ? List.of() : lineage.descendants(model, down);
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("model", model);
            answer.put("ancestry", ancestry);
            answer.put("descendants", descendants);
            terminal().out().println(Json.pretty(answer));
        } else {
            new LineageTrees(terminal().out()).print(model, ancestry, descendants);
        }
        return 0;
    }

    private int search(LineageStore lineage, String text) {
        Page<Model> found = lineage.models(text, null, FOUND);
        if (json) {
            List<ModelId> ids = new ArrayList<>();
            found.rows().forEach(model -> ids.add(model.id()));
            terminal().out().println(Json.pretty(ids));
        } else {
            found.rows().forEach(model -> terminal().out().println(model.id()));
            found.next().ifPresent(more -> terminal()
                    .err()
                    .println("These are the first " + FOUND + "; search for a longer text to see others."));
        }
        if (found.rows().isEmpty()) {
            terminal().err().println("No model's id contains \"" + text + "\".");
        }
        return found.rows().isEmpty() ? 1 : 0;
    }

    /** What to look for. */
    static final class Target {

        @Option(names = "--model", paramLabel = "ID", description = "Whose lineage.")
        private @Nullable ModelId model;

        @Option(names = "--search", paramLabel = "TEXT", description = "List models whose id contains this instead.")
        private @Nullable String search;
    }
}

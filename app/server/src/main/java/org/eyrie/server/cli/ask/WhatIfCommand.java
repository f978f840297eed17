package org.eyrie.server.cli.ask;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.ask.Plan;
import org.eyrie.engine.ask.PlannedModel;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.Relation;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.DatabaseCommand;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.imports.RecipePlan;
import org.eyrie.server.naming.KnownNames;
import org.eyrie.server.out.FileTrouble;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.Terminal;
import org.eyrie.server.out.Wrapped;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.mergekit.MergeRecipe;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "what-if",
        description = {
            "Predicts scores of a model that does not exist yet, and how likely it is to beat each of its parents.",
            "Nothing is written."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie what-if --parent acme/a-7b --parent acme/b-7b",
            "  eyrie what-if --parent acme/a-7b:0.7 --parent acme/b-7b:0.3 --benchmark IFEval",
            "  eyrie what-if --parent acme/a-7b:60 --parent acme/b-7b:40",
            "  eyrie what-if --parent acme/a-7b --relation finetune --json",
            "  eyrie what-if --recipe mergekit_config.yml --strict",
            "  eyrie what-if --parent acme/a-7b --id acme/a-7b-dpo --type chat --chat-template --licence mit"
        })
public final class WhatIfCommand extends DatabaseCommand {

    @ArgGroup(multiplicity = "1")
    private Ingredients ingredients = new Ingredients();

    @Option(
            names = "--relation",
            paramLabel = "R",
            description = "finetune, merge, adapter, quantized, distill or unknown."
                    + " Default: finetune of one parent, merge of several.")
    private @Nullable Relation relation;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            description = "How it would be merged, as mergekit calls it: slerp, ties, ...")
    private @Nullable String method;

    @Option(
            names = "--benchmark",
            paramLabel = "NAME",
            description = "A benchmark; may be given several times. Default: all.")
    private List<BenchmarkId> benchmarks = List.of();

    @Option(
            names = "--strict",
            description = "Refuse what nobody could make, such as a merge of different architectures or sizes.")
    private boolean strict;

    @Mixin
    private PlannedTraitOptions traits = new PlannedTraitOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public WhatIfCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        if (ingredients.recipe != null && (relation != null || method != null)) {
            throw new WrongUseException("A recipe says how it merges: leave --relation and --method away.");
        }
        traits.check();
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        List<Plan> plans = Asking.of(session.stores(), context().clock())
                .whatIf()
                .ask(
                        planned(new KnownNames(session.stores().lineage())).with(traits.id(), traits.traits()),
                        benchmarks,
                        strict);
        boolean forPeople = output.format() == OutputOptions.Format.TABLE;
        output.print(
                forPeople ? PlanTable.forPeople(plans) : PlanTable.forPrograms(plans),
                () -> PlanTable.brief(plans),
                terminal());
        if (forPeople) {
            int width = output.isBrief(terminal()) ? terminal().width() : Terminal.ENDLESS;
            PlanTable.traits(plans).stream()
                    .flatMap(line -> Wrapped.lines(line, width, "  ").stream())
                    .forEach(terminal().out()::println);
            terminal().out().flush();
            plans.stream().flatMap(plan -> plan.warnings().stream()).distinct().forEach(warning -> terminal()
                    .err()
                    .println(warning));
        }
        return 0;
    }

    private PlannedModel planned(KnownNames names) {
        Path file = ingredients.recipe;
        if (file != null) {
            return RecipePlan.of(recipe(file));
        }
        List<PlannedModel.Parent> parents = PlannedShares.asUsed(ingredients.parents).stream()
                .map(parent -> new PlannedModel.Parent(names.meant(parent.id()), parent.weight()))
                .toList();
        if (!parents.isEmpty() && parents.stream().allMatch(parent -> parent.weight() != null)) {
            terminal().err().println("Shares: " + PlannedShares.inWords(parents));
        }
        Relation usual = parents.size() > 1 ? Relation.MERGE : Relation.FINETUNE;
        return new PlannedModel(parents, relation != null ? relation : usual).by(method);
    }

    private static MergeRecipe recipe(Path file) {
        try {
            return MergeRecipe.read(Input.of(file));
        } catch (UnreadableException e) {
            throw refused(String.valueOf(e.place()), String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            throw refused(file.toString(), "There is no such file");
        } catch (IOException e) {
            throw refused(file.toString(), "It cannot be read: " + FileTrouble.of(e) + ".");
        }
    }

    private static InvalidInputException refused(String where, String reason) {
        return new InvalidInputException("The recipe", List.of(new Fault(where, reason)));
    }

    /** What it would be made from. */
    static final class Ingredients {

        @Option(
                names = "--parent",
                paramLabel = "ID[:WEIGHT]",
                description = "What it would be made from, with its share: from 0 to 1, or as in 60 and 40, 3 and 1."
                        + " May be given several times.")
        private List<PlannedModel.Parent> parents = List.of();

        @Option(
                names = "--recipe",
                paramLabel = "FILE",
                description = "The merge configuration of mergekit that would make it.")
        private @Nullable Path recipe;
    }
}

package org.eyrie.server.cli.importing;

import java.nio.file.Path;
import java.util.List;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.evalplus.EvalPlusSource;
import org.eyrie.sources.spi.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "evalplus",
        description = {
            "Results of EvalPlus, *_eval_results.json: HumanEval and MBPP, by their own tests and by those added (HumanEval+, MBPP+), with outcomes task by task."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie import evalplus evalplus_results/humaneval/",
            "  eyrie import evalplus samples_eval_results.json --model-id acme/mix-7b"
        })
final class ImportEvalPlusCommand extends FileImportCommand {

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, and folders to be searched.")
    private List<Path> paths = List.of();

    @Option(
            names = "--model-id",
            paramLabel = "ID",
            description = "Whose results they are. Default: the model that the files name.")
    private @Nullable ModelId model;

    ImportEvalPlusCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    Source source(Session session, Importing importing) {
        return new EvalPlusSource(paths, model);
    }
}

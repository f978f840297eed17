package org.eyrie.server.cli.algorithm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.eyrie.program.mergekit.MergekitExport;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.cli.command.SmallFile;
import org.eyrie.server.out.WholeFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description =
                "Writes a program as a configuration of another tool that makes the same tensors; exit code 1 where"
                        + " that tool has no such method.",
        footer = {
            "",
            "Examples:",
            "  eyrie algorithm export ties.merge --base acme/seed --parent acme/math --parent acme/code > ties.yml",
            "  eyrie algorithm export ties.merge --base seed/ --parent math/ --parent code/ --dtype bfloat16 --out"
                    + " ties.yml",
            "",
            "Nothing is read but the program: base and parents are written as they are given."
        })
final class ExportAlgorithmCommand implements Callable<Integer> {

    /** Tools that programs can be written for. */
    enum Tool {
        MERGEKIT
    }

    @Parameters(paramLabel = "FILE", description = "A program, - for standard input, or the name of a preset.")
    private @Nullable Path file;

    @Option(
            names = "--base",
            required = true,
            paramLabel = "MODEL",
            description = "The model that parents were made from.")
    private @Nullable String base;

    @Option(
            names = "--parent",
            required = true,
            paramLabel = "MODEL",
            description = "A parent, in the order in which the program counts them. Repeatable.")
    private List<String> parents = new ArrayList<>();

    @Option(names = "--format", paramLabel = "TOOL", description = "mergekit (0.1.5), the default.")
    private Tool tool = Tool.MERGEKIT;

    @Option(
            names = "--dtype",
            paramLabel = "TYPE",
            description = "What the merge is written in, such as float32. Default: left to the tool.")
    private String dtype = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write. Default: the terminal.")
    private @Nullable Path out;

    private final CommandContext context;

    ExportAlgorithmCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        String yaml =
                switch (tool) {
                    case MERGEKIT ->
                        MergekitExport.yaml(
                                ProgramFile.read(Required.of(file), context.in()), Required.of(base), parents, dtype);
                };
        if (out == null) {
            context.terminal().out().print(yaml);
            context.terminal().out().flush();
            return 0;
        }
        try {
            WholeFile.write(out, writer -> writer.write(yaml));
        } catch (IOException e) {
            throw SmallFile.refused(out, "It cannot be written: " + e.getMessage());
        }
        return 0;
    }
}

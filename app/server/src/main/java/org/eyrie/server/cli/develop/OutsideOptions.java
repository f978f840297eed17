package org.eyrie.server.cli.develop;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.searching.OutsideEvaluator;
import org.eyrie.server.searching.OutsideProposer;
import org.eyrie.sources.proposing.ModelEndpoint;
import org.eyrie.sources.proposing.ServerKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who evaluates and who writes programs, where that is somebody else. */
final class OutsideOptions {

    @Option(
            names = "--evaluator",
            paramLabel = "COMMAND",
            description =
                    "A command that evaluates merges, such as lm_eval, with {model}, {tasks}, {items} and {out} where it"
                            + " takes them, which needs --listed; or pull, for workers that ask \"eyrie serve\" for work."
                            + " Default: the built-in small Llama.")
    private @Nullable String command;

    @Option(
            names = "--listed",
            paramLabel = "PATH",
            description =
                    "What a run of the base with --log_samples on all items left: they are the items of the search.")
    private @Nullable Path listed;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "Which figure of 0 or 1 counts, such as exact_match,strict-match, where a task has several.")
    private String metric = "";

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "The longest that one run of the command may take. Default: ${DEFAULT-VALUE}.")
    private int minutes = 60;

    @Option(
            names = "--attempts",
            paramLabel = "N",
            description = "How often a run that fails is tried. Default: ${DEFAULT-VALUE}.")
    private int attempts = 2;

    @Option(
            names = "--proposer",
            paramLabel = "URL",
            description = {
                "An OpenAI-compatible server whose model writes programs, up to and with its version, such as"
                        + " http://localhost:8000/v1. Its key: $$" + ModelEndpoint.KEY_VARIABLE + " or $$"
                        + ModelEndpoint.KEY_VARIABLE + "_FILE. Needs --proposer-model. Default: the built-in grammar."
            })
    private @Nullable URI proposer;

    @Option(names = "--proposer-model", paramLabel = "NAME", description = "As that server calls the model.")
    private @Nullable String model;

    @Option(
            names = "--proposer-kind",
            paramLabel = "KIND",
            description = "How it binds answers to the language: vllm, llama-cpp, schema or plain. Default: plain.")
    private String kind = "plain";

    /** @throws WrongUseException if they do not go together */
    void check() {
        if (isPulled() && listed != null && !Files.isDirectory(listed)) {
            throw new WrongUseException(
                    "--listed must be the folder that the run of the base logged into, where workers" + " evaluate; "
                            + listed + " is none.");
        }
        if (!isPulled() && (command == null) != (listed == null)) {
            throw new WrongUseException(
                    "--evaluator and --listed need each other: a command, and the items that it knows.");
        }
        if (minutes < 1 || attempts < 1) {
            throw new WrongUseException("--minutes and --attempts must be at least 1.");
        }
        if ((proposer == null) != (model == null)) {
            throw new WrongUseException(
                    "--proposer and --proposer-model need each other: a server, and one of its models.");
        }
        kind();
    }

    private boolean isPulled() {
        return OutsideEvaluator.PULL.equals(command);
    }

    /** The items where a command evaluates; null elsewhere. */
    @Nullable
    Path listed() {
        return listed;
    }

    @Nullable
    OutsideEvaluator evaluator() {
        return command == null ? null : new OutsideEvaluator(command, metric, minutes, attempts);
    }

    @Nullable
    OutsideProposer writer() {
        return proposer == null || model == null ? null : new OutsideProposer(proposer, model, kind());
    }

    private ServerKind kind() {
        try {
            return ServerKind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new WrongUseException("--proposer-kind is vllm, llama-cpp, schema or plain, not " + kind + ".");
        }
    }
}

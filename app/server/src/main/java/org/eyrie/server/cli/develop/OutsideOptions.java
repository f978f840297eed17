package org.eyrie.server.cli.develop;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eyrie.server.searching.OutsideEvaluator;
import org.eyrie.server.searching.OutsideProposer;
import org.eyrie.server.searching.SettingFaults;
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

    /** Tells what of them cannot be right. */
    void check(SettingFaults faults) {
        if (isPulled() && !isPaired()) {
            faults.misused(
                    "--listed",
                    "It must be the folder that the run of the base logged into, where workers evaluate; " + listed
                            + " is none.");
        } else if (!isPaired()) {
            faults.misused(
                    listed == null ? "--evaluator" : "--listed",
                    "--evaluator and --listed need each other: a command, and the items that it knows.");
            if (listed != null && !Files.exists(listed)) {
                faults.unusable("--listed", "There is no such file or folder: " + listed + ".");
            }
        }
        atLeastOne("--minutes", minutes, faults);
        atLeastOne("--attempts", attempts, faults);
        if ((proposer == null) != (model == null)) {
            faults.misused(
                    proposer == null ? "--proposer-model" : "--proposer",
                    "--proposer and --proposer-model need each other: a server, and one of its models.");
        }
        if (proposer != null) {
            faults.value("--proposer", proposer.toString(), uri -> ModelEndpoint.address(URI.create(uri)));
        }
        if (kind().isEmpty()) {
            faults.misused("--proposer-kind", "It is vllm, llama-cpp, schema or plain, not " + kind + ".");
        }
    }

    private static void atLeastOne(String option, int number, SettingFaults faults) {
        if (number < 1) {
            faults.misused(option, "It must be at least 1, not " + number + ".");
        }
    }

    /** Whether the list of items is such as whoever evaluates needs. */
    boolean isPaired() {
        return isPulled() ? listed == null || Files.isDirectory(listed) : (command == null) == (listed == null);
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
        ServerKind known = kind().orElse(null);
        return proposer == null || model == null || known == null ? null : new OutsideProposer(proposer, model, known);
    }

    private Optional<ServerKind> kind() {
        return Arrays.stream(ServerKind.values())
                .filter(each -> each.name().equals(kind.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst();
    }
}

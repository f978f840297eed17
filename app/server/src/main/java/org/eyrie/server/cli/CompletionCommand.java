package org.eyrie.server.cli;

import java.util.concurrent.Callable;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.out.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = "Prints a script that completes commands and options on pressing Tab.",
        footer = {
            "",
            "Examples:",
            "  source <(eyrie completion)                    in bash, and in zsh for this session",
            "  eyrie completion > ~/.local/share/bash-completion/completions/eyrie",
            "  eyrie completion --shell fish > ~/.config/fish/completions/eyrie.fish"
        })
final class CompletionCommand implements Callable<Integer> {

    /** Shells that scripts are for; zsh takes that of bash. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    @Option(
            names = "--shell",
            paramLabel = "SHELL",
            description = "bash, zsh or fish. Default: bash, which zsh takes as well.")
    private Shell shell = Shell.BASH;

    @Spec
    private @Nullable CommandSpec spec;

    private final Terminal terminal;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandSpec eyrie = Required.of(spec).root();
        terminal.out()
                .print(
                        switch (shell) {
                            case BASH, ZSH -> AutoComplete.bash("eyrie", eyrie.commandLine());
                            case FISH -> FishCompletion.of(eyrie);
                        });
        terminal.out().flush();
        return 0;
    }
}

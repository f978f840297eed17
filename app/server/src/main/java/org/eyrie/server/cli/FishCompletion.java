package org.eyrie.server.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A script for fish: a line for every command and option, with the first line of its description. */
final class FishCompletion {

    private final StringBuilder script = new StringBuilder("complete -c eyrie -f\n");

    private FishCompletion() {}

    static String of(CommandSpec eyrie) {
        FishCompletion fish = new FishCompletion();
        fish.add(eyrie, "__fish_use_subcommand");
        return fish.script.toString();
    }

    private void add(CommandSpec command, String condition) {
        for (OptionSpec option : command.options()) {
            if (!option.hidden()) {
                option(option, condition);
            }
        }
        String names = String.join(" ", command.subcommands().keySet());
        command.subcommands().forEach((name, child) -> {
            String fresh =
                    command.parent() == null ? condition : condition + "; and not __fish_seen_subcommand_from " + names;
            line(fresh, "-a " + name, description(child));
            String inside = "__fish_seen_subcommand_from " + name;
            add(child.getCommandSpec(), command.parent() == null ? inside : condition + "; and " + inside);
        });
    }

    private void option(OptionSpec option, String condition) {
        String value = option.arity().max() > 0 ? " -r -F" : "";
        for (String name : option.names()) {
            String described = option.description().length == 0 ? "" : option.description()[0];
            line(
                    condition,
                    (name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1)) + value,
                    described);
        }
    }

    private static String description(CommandLine command) {
        String[] lines = command.getCommandSpec().usageMessage().description();
        return lines.length == 0 ? "" : lines[0];
    }

    private void line(String condition, String what, String description) {
        String plain =
                description.replaceAll("[$][{].*?[}]", "...").replace("\\", "").replace("'", "\\'");
        script.append("complete -c eyrie -n '")
                .append(condition)
                .append("' ")
                .append(what)
                .append(" -d '")
                .append(plain)
                .append("'\n");
    }
}

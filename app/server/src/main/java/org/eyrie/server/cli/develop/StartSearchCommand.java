package org.eyrie.server.cli.develop;

import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import picocli.CommandLine.Command;

@Command(
        name = "start",
        description = {
            "Begins a search: settles what is merged, which items it chooses by, and what it may spend. Runs nothing.",
            "Beginning the same again changes nothing. Models are named by their last two folders."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie develop start mine --base ciphers/seed --parent ciphers/specialist1 \\",
            "                --parent ciphers/specialist2 --parent ciphers/specialist3",
            "  eyrie develop start zoo --base zoo/seed --parent zoo/math --parent zoo/code --items zoo/items.jsonl \\",
            "                --policy halving --money-budget 5 --price .001 --seed 7",
            "  eyrie develop start large --base acme/seed --parent acme/math --parent acme/code \\",
            "                --listed base-log/ --evaluator 'lm_eval run --model hf --model_args",
            "                pretrained={model} --tasks {tasks} --samples {items} --log_samples",
            "                --output_path {out}'",
            "  eyrie develop start shared --base zoo/seed --parent zoo/math --items zoo/items.jsonl --evaluator pull",
            "",
            "Policies: guided, halving, climb, grid, random and others; docs/develop.md says what each does."
        })
final class StartSearchCommand extends BeginSearchCommand {

    StartSearchCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }
}

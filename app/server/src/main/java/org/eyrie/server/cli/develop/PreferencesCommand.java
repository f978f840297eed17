package org.eyrie.server.cli.develop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eyrie.develop.lesson.LessonRule;
import org.eyrie.develop.lesson.PreferenceLesson;
import org.eyrie.develop.lesson.ProgramPreference;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.SmallFile;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.WholeFile;
import org.eyrie.server.stores.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "preferences",
        description = {
            "Writes which programs of a search did better than which, as TRL's DPO trainer reads it: JSON lines with"
                    + " prompt, chosen and rejected, and columns that say where a pair is from.",
            "Rule interval takes pairs whose difference is above 0 with a probability of .9; rule paper the best 3 %%"
                    + " over the worst 10 %%, as Self-Developing (arXiv 2410.15639) does."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie develop preferences mine --out pairs.jsonl",
            "  eyrie develop preferences mine --rule paper > pairs.jsonl"
        })
final class PreferencesCommand extends SearchCommand {

    @Option(names = "--rule", paramLabel = "NAME", description = "interval or paper. Default: ${DEFAULT-VALUE}.")
    private String rule = "interval";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write. Default: standard output.")
    private @Nullable Path out;

    PreferencesCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        rule();
    }

    @Override
    protected int run(Session session, ProgressBar bar) {
        List<ProgramPreference> pairs =
                PreferenceLesson.of(session.developments().read(id()), rule());
        if (out == null) {
            pairs.forEach(pair -> terminal().out().println(pair.json()));
        } else {
            write(out, pairs);
        }
        terminal()
                .err()
                .println(pairs.size()
                        + (pairs.size() == 1 ? " pair" : " pairs")
                        + (pairs.isEmpty() ? ": nothing that was tried is surely better than anything else" : ""));
        return 0;
    }

    private static void write(Path file, List<ProgramPreference> pairs) {
        try {
            WholeFile.write(file, writer -> {
                for (ProgramPreference pair : pairs) {
                    writer.write(pair.json());
                    writer.write('\n');
                }
            });
        } catch (IOException e) {
            throw SmallFile.refused(file, "It cannot be written: " + e.getMessage());
        }
    }

    private LessonRule rule() {
        try {
            return LessonRule.valueOf(rule.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new WrongUseException("--rule is interval or paper, not " + rule + ".");
        }
    }
}

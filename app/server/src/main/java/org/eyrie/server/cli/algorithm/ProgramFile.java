package org.eyrie.server.cli.algorithm;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eyrie.model.InvalidInputException;
import org.eyrie.program.Preset;
import org.eyrie.program.Program;
import org.eyrie.server.cli.command.SmallFile;

/** A program in a file or from standard input, or a preset by its name. */
final class ProgramFile {

    private ProgramFile() {}

    /**
     * The program of a file that is there, else the preset of that name.
     *
     * @param typed standard input, which {@code -} stands for
     */
    static Program read(Path given, InputStream typed) {
        boolean there = SmallFile.isTyped(given) || Files.exists(given);
        Optional<Preset> preset = there ? Optional.empty() : Preset.of(given.toString());
        if (preset.isPresent()) {
            return preset.get().program();
        }
        if (!there) {
            throw SmallFile.refused(
                    given,
                    "There is no such file, and no preset is called so: those are "
                            + Arrays.stream(Preset.values()).map(Preset::word).collect(Collectors.joining(", ")) + ".");
        }
        try {
            return Program.parse(SmallFile.text(given, typed));
        } catch (InvalidInputException e) {
            throw new InvalidInputException(SmallFile.name(given), e.faults());
        }
    }
}

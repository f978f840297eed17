package org.eyrie.server.cli.algorithm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eyrie.model.InvalidInputException;
import org.eyrie.program.Preset;
import org.eyrie.program.Program;
import org.eyrie.server.cli.command.SmallFile;

/** A program in a file, or a preset by its name. */
final class ProgramFile {

    private ProgramFile() {}

    /** The program of a file that is there, else the preset of that name. */
    static Program read(Path given) {
        Optional<Preset> preset = Files.exists(given) ? Optional.empty() : Preset.of(given.toString());
        if (preset.isPresent()) {
            return preset.get().program();
        }
        if (!Files.exists(given)) {
            throw SmallFile.refused(
                    given,
                    "There is no such file, and no preset is called so: those are "
                            + Arrays.stream(Preset.values()).map(Preset::word).collect(Collectors.joining(", ")) + ".");
        }
        try {
            return Program.parse(SmallFile.text(given));
        } catch (InvalidInputException e) {
            throw new InvalidInputException(given.toString(), e.faults());
        }
    }
}

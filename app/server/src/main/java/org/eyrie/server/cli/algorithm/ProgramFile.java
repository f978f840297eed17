package org.eyrie.server.cli.algorithm;

import java.nio.file.Path;
import org.eyrie.model.InvalidInputException;
import org.eyrie.program.Program;
import org.eyrie.server.cli.command.SmallFile;

/** A program in a file. */
final class ProgramFile {

    private ProgramFile() {}

    static Program read(Path file) {
        try {
            return Program.parse(SmallFile.text(file));
        } catch (InvalidInputException e) {
            throw new InvalidInputException(file.toString(), e.faults());
        }
    }
}

package org.eyrie.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.fit.Fitting;
import org.eyrie.model.StoreUnavailableException;
import org.eyrie.server.Sample;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.Interruption;
import org.eyrie.server.out.Terminal;
import org.eyrie.server.stores.SessionOpener;
import org.eyrie.task.Progress;
import picocli.CommandLine;

/** Commands as a person or a script runs them, over stores in memory. */
abstract class CommandLineTest {

    private Sample sample = Sample.filled();
    private boolean unreachable;
    private boolean attended;
    private int width = Terminal.ENDLESS;
    private InputStream typed = InputStream.nullInputStream();
    private Path dataFolder = Path.of("nowhere");
    private final Map<String, String> environment = new HashMap<>();
    private final Interruption interruption = new Interruption();

    /** What a command printed and how it ended. */
    record Run(int exitCode, String out, String err) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (IOException e) {
                throw new AssertionError("Not JSON: " + out, e);
            }
        }
    }

    final Run eyrie(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        // Buffered as a process's output is: what a command forgets to flush is not seen here either.
        Terminal terminal = new Terminal(
                new PrintWriter(new BufferedWriter(out), true),
                new PrintWriter(new BufferedWriter(err), true),
                attended,
                width);
        SessionOpener opener = (choice, progress) -> {
            progress.accept("opening");
            if (unreachable) {
                throw new StoreUnavailableException("Neo4j does not answer. Start it, then try again.", null);
            }
            return sample;
        };
        int exitCode = EyrieCommand.of(context(terminal, opener)).execute(arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }

    /** All commands, to be looked at and not run. */
    final CommandLine commands() {
        Terminal silent = new Terminal(
                new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), attended, width);
        return EyrieCommand.of(context(silent, (choice, progress) -> sample));
    }

    private CommandContext context(Terminal terminal, SessionOpener opener) {
        return new CommandContext(terminal, typed, environment, dataFolder, opener, Clock.systemUTC(), interruption);
    }

    final void fit() {
        new Fitting(sample.stores(), Clock.systemUTC()).fit(FitSettings.USUAL, Progress.NONE);
    }

    final Sample sample() {
        return sample;
    }

    final void emptyStore() {
        sample = Sample.empty();
    }

    final void standardInput(InputStream stream) {
        typed = stream;
    }

    final void environment(String name, String value) {
        environment.put(name, value);
    }

    final void dataFolder(Path folder) {
        dataFolder = folder;
    }

    final Interruption interruption() {
        return interruption;
    }

    final void databaseIsDown() {
        unreachable = true;
    }

    final void databaseIsUp() {
        unreachable = false;
    }

    final void aPersonReads() {
        width = 100;
    }

    final void aPersonWatches() {
        attended = true;
    }
}

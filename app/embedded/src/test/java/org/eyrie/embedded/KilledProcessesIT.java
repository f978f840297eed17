package org.eyrie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.eyrie.model.DataFolderInUseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kill -9} of either process leaves. Processes and kills are real. */
class KilledProcessesIT {

    private final Path temporary;
    private final Process parent;
    private final URI bolt;
    private final String password;
    private final ProcessHandle child;
    private final List<String> notices = new CopyOnWriteArrayList<>();

    KilledProcessesIT(@TempDir Path temporary) throws IOException {
        this.temporary = temporary;
        parent = new ProcessBuilder(
                        ChildCommand.java(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        temporary.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = parent.inputReader();
        String line = output.readLine();
        assertThat(line).startsWith("READY ");
        String[] words = line.split(" ", -1);
        bolt = URI.create(words[1]);
        password = words[2];
        child = ProcessHandle.of(Long.parseLong(words[3])).orElseThrow();
    }

    @AfterEach
    void endWhatIsLeft() {
        parent.destroyForcibly();
        child.destroyForcibly();
    }

    @Test
    void theDatabaseNeverOutlivesItsParentAndWhatWasCommittedOutlivesBoth() throws Exception {
        Graph.write(bolt, password, "before the parent was killed");
        assertThatExceptionOfType(DataFolderInUseException.class)
                .isThrownBy(() -> start().close())
                .withMessageContaining("process " + parent.pid());

        parent.destroyForcibly().waitFor();
        try (EmbeddedNeo4j database = start()) { // waits for the orphan by itself
            assertThat(child.isAlive()).isFalse();
            assertThat(Graph.has(database, "before the parent was killed")).isTrue();

            URI address = database.boltUri();
            Graph.write(address, database.password(), "before the child was killed");
            ProcessHandle second = ProcessHandle.of(database.pid()).orElseThrow();
            assertThat(second.destroyForcibly()).isTrue();
            second.onExit().get(10, TimeUnit.SECONDS);
            awaitReady(database);
            assertThat(notices).first().asString().contains("has ended by itself");
            assertThat(database.pid()).isNotEqualTo(second.pid());
            assertThat(database.boltUri()).isEqualTo(address);
            assertThat(Graph.has(database, "before the child was killed")).isTrue();
        }
        try (EmbeddedNeo4j database = start()) {
            assertThat(Graph.has(database, "before the parent was killed")).isTrue();
            assertThat(Graph.has(database, "before the child was killed")).isTrue();
        }
    }

    private EmbeddedNeo4j start() {
        return EmbeddedNeo4j.start(EmbeddedSettings.in(temporary).withMemory(256, 32), line -> {}, notices::add);
    }

    private static void awaitReady(EmbeddedNeo4j database) throws InterruptedException {
        long begin = System.nanoTime();
        while (!database.isRunning()) {
            assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.MINUTES.toNanos(2));
            Thread.sleep(50);
        }
    }
}

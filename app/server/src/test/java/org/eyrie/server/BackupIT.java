package org.eyrie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.EyrieCommand;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.Interruption;
import org.eyrie.server.out.Terminal;
import org.eyrie.server.stores.DatabaseChoice;
import org.eyrie.server.stores.Neo4jOpener;
import org.eyrie.server.stores.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of a real database that is written to, and what comes of it. */
class BackupIT {

    private final Path temporary;

    BackupIT(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void aCopyTakenWhileSomebodyWritesIsOneOfTheStatesThatWerePassedThrough() {
        Path data = temporary.resolve("data");
        Path copy = temporary.resolve("copy.zip");
        AtomicBoolean enough = new AtomicBoolean();
        int before;
        int written;
        try (Session session = open(data)) {
            before = write(session, 0);
            CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> {
                int last = before;
                while (!enough.get()) {
                    last = write(session, last);
                }
                return last;
            });
            assertThat(run(data, "backup", copy.toString())).isZero();
            enough.set(true);
            written = writer.join();
        }
        Path restored = temporary.resolve("restored");
        assertThat(run(restored, "restore", copy.toString())).isZero();
        try (Session session = open(restored)) {
            long version = session.stores().facts().version();
            List<Evaluation> scores = session.stores().scores().all();
            assertThat(version).isBetween((long) before, (long) written);
            assertThat(scores).hasSize((int) version * 2);
            assertThat(session.stores().lineage().everything().models()).hasSize((int) version * 2);
        }
    }

    /** Two models with a score each, in one transaction; returns the number of transactions so far. */
    private static int write(Session session, int number) {
        session.stores()
                .facts()
                .write(Facts.evaluations(List.of(score("a" + number), score("b" + number))));
        return number + 1;
    }

    private static Evaluation score(String model) {
        return new Evaluation(
                new ModelId("acme/" + model), new BenchmarkId("qa"), .5, null, null, null, null, null);
    }

    private static Session open(Path data) {
        return new Neo4jOpener().open(new DatabaseChoice(data, null, "neo4j", "", false), line -> {});
    }

    private static int run(Path data, String... arguments) {
        StringWriter err = new StringWriter();
        CommandContext context = new CommandContext(
                new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), false),
                InputStream.nullInputStream(),
                Map.of("EYRIE_DATA", data.toString()),
                data,
                new Neo4jOpener(),
                Clock.systemUTC(),
                new Interruption());
        int code = EyrieCommand.of(context).execute(arguments);
        assertThat(err.toString()).isEmpty();
        return code;
    }
}

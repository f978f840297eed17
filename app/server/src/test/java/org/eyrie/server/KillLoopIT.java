package org.eyrie.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Stores;
import org.eyrie.model.memory.MemoryStores;
import org.eyrie.server.imports.Importers;
import org.eyrie.server.stores.DatabaseChoice;
import org.eyrie.server.stores.Neo4jOpener;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.ndjson.NdjsonSource;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.text.Input;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Client, service and database are killed in turn, at moments drawn at random, while facts are imported, sent in, fitted and
 * while the service starts. What fails is done again, as its user would. In the end the graph is the one that an undisturbed
 * run makes, by its hash. {@code -Deyrie.kills=1000} kills so often, none where nobody asks for it;
 * {@code -Deyrie.kills.seed=2} at other moments.
 */
@Timeout(value = 24, unit = TimeUnit.HOURS)
@EnabledIfSystemProperty(named = "eyrie.kills", matches = "\\d+")
class KillLoopIT {

    private static final int KILLS = Integer.getInteger("eyrie.kills", 0);
    private static final long SEED = Long.getLong("eyrie.kills.seed", 1);

    private static final int MODELS = 120;
    private static final int BENCHMARKS = 4;

    private enum Deed {
        INGEST,
        FIT,
        IMPORT,
        START
    }

    private enum Victim {
        SERVICE,
        DATABASE,
        CLIENT
    }

    @TempDir
    private Path folder = Path.of(".");

    private final Random random = new Random(SEED);
    private final Map<String, Integer> killed = new TreeMap<>();

    @Test
    void theGraphIsThatOfAnUndisturbedRun() throws Exception {
        Stores undisturbed = MemoryStores.empty();
        long begun = System.nanoTime();
        KilledService service = new KilledService(folder);
        try (service) {
            service.heal();
            for (int kill = 0; kill < KILLS; kill++) {
                Deed deed = Deed.values()[kill % Deed.values().length];
                Victim victim = Victim.values()[(kill + kill / Deed.values().length) % Victim.values().length];
                String lines = lines(kill);
                disturb(service, deed, victim, lines);
                service.heal();
                deliver(service, "part-" + kill, lines);
                Importers.into(undisturbed, Clock.systemUTC())
                        .run(new NdjsonSource(input(lines)), ImportOptions.DEFAULT, Progress.NONE);
            }
            everyJobEnds(service);
        }
        DatabaseChoice choice = new DatabaseChoice(service.data(), null, "neo4j", "", true);
        try (Session session = new Neo4jOpener().open(choice, line -> {})) {
            assertThat(hash(session.stores())).as(killed.toString()).isEqualTo(hash(undisturbed));
        }
        System.out.println("Kills: " + KILLS + " " + killed + ", seed " + SEED + ", "
                + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)
                + " s; the graph is that of an undisturbed run");
    }

    private void disturb(KilledService service, Deed deed, Victim victim, String lines) throws Exception {
        Process client = null;
        Socket socket = null;
        boolean clientDies = victim == Victim.CLIENT;
        switch (deed) {
            case IMPORT ->
                client = service.command(
                        "import",
                        "ndjson",
                        Files.writeString(folder.resolve("part.ndjson"), lines).toString());
            case FIT -> {
                if (clientDies) {
                    client = service.command("fit");
                } else {
                    service.send(HttpRequest.newBuilder(service.uri("/api/v1/fits"))
                            .POST(HttpRequest.BodyPublishers.noBody()));
                }
            }
            case INGEST -> socket = service.sendByHand(lines, !clientDies);
            case START -> {
                service.killService();
                service.beginAgain();
            }
        }
        int longest = deed == Deed.START ? 8_000 : client != null ? 6_000 : 400;
        TimeUnit.MILLISECONDS.sleep(random.nextInt(longest));
        boolean hit = true;
        switch (victim) {
            case SERVICE -> service.killService();
            case DATABASE -> hit = service.killDatabase();
            case CLIENT -> {
                if (deed == Deed.START) {
                    service.killService(); // of a start the service is the only one to kill
                }
            }
        }
        if (client != null) {
            client.destroyForcibly().waitFor();
        }
        if (socket != null) {
            socket.close();
        }
        killed.merge(victim + " during " + deed + (hit ? "" : " (too early)"), 1, Integer::sum);
    }

    /** Sends until it is taken, under one key. */
    private static void deliver(KilledService service, String key, String lines) throws Exception {
        for (int tries = 0; tries < 60; tries++) {
            try {
                HttpResponse<String> answer = service.send(service.ingestion(key, lines));
                if (answer.statusCode() == 200) {
                    return;
                }
                assertThat(answer.statusCode()).as(answer.body()).isIn(409, 429, 503);
            } catch (IOException broken) {
                service.heal();
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new AssertionError("Never taken: " + service.said());
    }

    private static void everyJobEnds(KilledService service) throws Exception {
        service.heal();
        for (int looks = 0; looks < 600; looks++) {
            JsonNode jobs = new ObjectMapper()
                    .readTree(service.send(HttpRequest.newBuilder(service.uri("/api/v1/jobs")))
                            .body());
            List<String> states = jobs.findValuesAsText("state");
            if (!states.contains("QUEUED") && !states.contains("RUNNING")) {
                assertThat(states).isSubsetOf("SUCCEEDED", "FAILED", "INTERRUPTED", "CANCELLED");
                return;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        throw new AssertionError("A job never ends: " + service.said());
    }

    private static Input input(String lines) {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        return new Input("part", bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static String lines(int part) {
        Random draws = new Random(part);
        StringBuilder lines = new StringBuilder();
        for (int each = 0; each < MODELS; each++) {
            String id = "made/p" + part + "-" + each;
            lines.append("{\"kind\":\"model\",\"id\":\"").append(id).append("\",\"license\":\"mit\"}\n");
            if (part + each > 0) {
                String parent = each == 0 ? "made/p" + (part - 1) + "-0" : "made/p" + part + "-" + draws.nextInt(each);
                lines.append("{\"kind\":\"edge\",\"child\":\"%s\",\"parent\":\"%s\",\"relation\":\"finetune\"}\n"
                        .formatted(id, parent));
            }
            for (int benchmark = 0; benchmark < BENCHMARKS; benchmark++) {
                lines.append("{\"kind\":\"score\",\"model\":\"%s\",\"benchmark\":\"b%d\",\"value\":%s}\n"
                        .formatted(id, benchmark, draws.nextInt(1_000) / 1_000.0));
            }
        }
        return lines.toString();
    }

    /** Of all facts, each as often as it is there. */
    private static String hash(Stores stores) throws Exception {
        List<String> facts = new ArrayList<>();
        stores.lineage().everything().models().forEach(model -> facts.add(model.toString()));
        stores.lineage().everything().derivations().forEach(edge -> facts.add(edge.toString()));
        for (Evaluation score : stores.scores().all()) {
            facts.add(score.model() + " " + score.benchmark() + " " + score.score());
        }
        facts.sort(null);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        facts.forEach(fact -> digest.update((fact + "\n").getBytes(StandardCharsets.UTF_8)));
        return facts.size() + " facts " + HexFormat.of().formatHex(digest.digest());
    }
}

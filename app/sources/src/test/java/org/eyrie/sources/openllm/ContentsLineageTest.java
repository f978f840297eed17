package org.eyrie.sources.openllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.sources.Database.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eyrie.model.Evaluation;
import org.eyrie.model.LineageCycleException;
import org.eyrie.model.ModelId;
import org.eyrie.model.WriteSummary.Counts;
import org.eyrie.sources.Database;
import org.eyrie.sources.http.ClientSettings;
import org.eyrie.sources.http.HttpLimits;
import org.eyrie.sources.http.LocalServer;
import org.eyrie.sources.http.StoppedTime;
import org.eyrie.sources.huggingface.Hub;
import org.eyrie.sources.huggingface.HubConnection;
import org.eyrie.sources.huggingface.HubOptions;
import org.eyrie.sources.ndjson.NdjsonSource;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ContentsLineageTest {

    private final Database database = new Database();
    private final LocalServer server;
    private final Hub hub;

    ContentsLineageTest(@TempDir Path cache) throws IOException {
        StoppedTime time = new StoppedTime();
        server = new LocalServer();
        hub = HubConnection.of(Map.of("HF_ENDPOINT", server.uri("").toString()), List.of())
                .open(new ClientSettings(HttpLimits.DEFAULT, time, time, new Random(1)), cache);
        server.onJson(
                "/api/models/a/child",
                "{\"id\":\"a/child\",\"baseModels\":{\"relation\":\"finetune\",\"models\":[{\"id\":\"a/root\"}]},"
                        + "\"evalResults\":[{\"dataset\":{\"id\":\"x/y\"},\"value\":0.4}]}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theHubAddsTheLineageAndNoRescaledScores() {
        load("a/child");

        assertThat(database.edges()).extracting(edge -> edge.parent().value()).containsExactly("a/root");
        assertThat(database.scores()).extracting(Evaluation::score).containsExactly(0.5);
    }

    @Test
    void aModelThatWasRenamedHasItsScoresWhereItsLineageIs() {
        server.onJson(
                "/api/models/a/once",
                "{\"id\":\"a/child\",\"baseModels\":{\"relation\":\"finetune\","
                        + "\"models\":[{\"id\":\"a/root\"}]}}");

        ImportReport report = load("a/once");

        assertThat(database.scores()).extracting(Evaluation::model).containsExactly(new ModelId("a/child"));
        assertThat(database.models()).containsExactly(new ModelId("a/child"), new ModelId("a/root"));
        assertThat(report.notes())
                .anySatisfy(note -> assertThat(note.reason()).contains("a/once was renamed: it is a/child now"));
        assertThat(load("a/once").written().evaluations()).isEqualTo(new Counts(0, 1, 0));
    }

    @Test
    void aCycleOfTheHubAndAnotherSourceIsRefused() {
        database.load(new NdjsonSource(
                file("f.ndjson", "{\"kind\":\"edge\",\"child\":\"a/root\",\"parent\":\"a/child\"}\n")));

        assertThatThrownBy(() -> load("a/child")).isInstanceOf(LineageCycleException.class);
        assertThat(database.scores()).isEmpty();
    }

    private ImportReport load(String model) {
        return database.load(ContentsLineage.of(
                new ContentsTable(file("contents.csv", "fullname,IFEval Raw\n" + model + ",0.5\n")),
                hub,
                HubOptions.DEFAULT));
    }
}

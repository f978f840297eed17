package org.eyrie.sources.openllm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eyrie.model.Evaluation;
import org.eyrie.sources.Database;
import org.eyrie.sources.http.HttpLimits;
import org.eyrie.sources.http.LocalServer;
import org.eyrie.sources.http.StoppedTime;
import org.eyrie.sources.huggingface.Hub;
import org.eyrie.sources.huggingface.HubConnection;
import org.eyrie.sources.huggingface.HubOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ContentsLineageTest {

    @Test
    void theHubAddsTheLineageAndNoRescaledScores(@TempDir Path cache) throws IOException {
        Database database = new Database();
        StoppedTime time = new StoppedTime();
        try (LocalServer server = new LocalServer()) {
            server.onJson(
                    "/api/models/a/child",
                    "{\"id\":\"a/child\",\"baseModels\":{\"relation\":\"finetune\",\"models\":[{\"id\":\"a/root\"}]},"
                            + "\"evalResults\":[{\"dataset\":{\"id\":\"x/y\"},\"value\":0.4}]}");
            Hub hub = HubConnection.of(Map.of("HF_ENDPOINT", server.uri("").toString()), List.of())
                    .open(HttpLimits.DEFAULT, cache, time, time, new Random(1));
            byte[] csv = "fullname,IFEval Raw\na/child,0.5\n".getBytes(StandardCharsets.UTF_8);

            database.load(
                    ContentsLineage.of(new ContentsTable(Database.file("contents.csv", csv)), hub, HubOptions.DEFAULT));
        }

        assertThat(database.edges()).extracting(edge -> edge.parent().value()).containsExactly("a/root");
        assertThat(database.scores()).extracting(Evaluation::score).containsExactly(0.5);
    }
}

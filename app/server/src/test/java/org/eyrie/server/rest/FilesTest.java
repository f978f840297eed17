package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eyrie.model.ModelId;
import org.junit.jupiter.api.Test;

class FilesTest extends RestTest {

    private static final Map<String, String> TABLES = Map.of(
            "models.csv", "model\nnew/mix\n",
            "scores.csv", "Model,Benchmark,Score\nnew/mix,QA,0.5\n");

    private Answer send(String query, byte[] body) {
        return send(HttpRequest.newBuilder(uri("/api/v1/files" + query))
                .header("Content-Type", "application/zip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private boolean isKnown() {
        return sample().stores().lineage().find(new ModelId("new/mix")).isPresent();
    }

    @Test
    void filesAreToldByTheirContentAndADryRunWritesNothing() throws IOException {
        Answer dry = send("?dry_run=true&new_models=true", zip(TABLES));
        assertThat(dry.status()).as(dry.body()).isEqualTo(200);
        assertThat(dry.json().get("dryRun").asBoolean()).isTrue();
        assertThat(isKnown()).isFalse();
        JsonNode report = send("?new_models=true", zip(TABLES)).json();
        assertThat(report.get("number").isNull()).isFalse();
        assertThat(report.at("/written/evaluations/created").asInt()).isEqualTo(1);
        assertThat(isKnown()).isTrue();
    }

    @Test
    void whatIsNoZipOrLeadsOutOfItIsRefused() throws IOException {
        assertThat(send("", "no zip".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(400);
        Answer outside = send("", zip(Map.of("../../scores.csv", "model,benchmark,score\n")));
        assertThat(outside.status()).isEqualTo(400);
        assertThat(outside.body()).contains("leads out of the folder");
        assertThat(send("?dry_run=perhaps", zip(TABLES)).status()).isEqualTo(400);
    }
}

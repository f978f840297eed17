package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.eyrie.model.ModelId;
import org.junit.jupiter.api.Test;

class IngestTest extends RestTest {

    private static final String FACTS = """
            {"kind":"model","id":"new/mix","revision":"ab12","parameters":7.2e9}
            {"kind":"edge","child":"new/mix","parent":"acme/a-7b","relation":"merge","weight":0.5}
            {"kind":"score","model":"new/mix","benchmark":"gsm8k","n_shot":5,"value":0.41,"items":1319}
            """;

    private static final String BAD = FACTS + """
            {"kind":"score","model":"new/mix","benchmark":"arc","value":7}
            not json
            """;

    private Answer send(String query, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/api/v1/ingest" + query))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private Answer send(String query, String body) {
        return send(query, body.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isKnown(String model) {
        return sample().stores().lineage().find(new ModelId(model)).isPresent();
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void factsAreWrittenAndSendingThemAgainChangesNothing() {
        Answer first = send("", FACTS);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.json().at("/written/models/created").asInt()).isEqualTo(1);
        assertThat(first.json().at("/written/derivations/created").asInt()).isEqualTo(1);
        assertThat(first.json().at("/written/evaluations/created").asInt()).isEqualTo(1);
        assertThat(send("", FACTS).json().at("/written/models/unchanged").asInt())
                .isEqualTo(1);
        assertThat(get("/api/v1/model?id=new/mix").json().get("revision").asText())
                .isEqualTo("ab12");
    }

    @Test
    void gzipIsUndoneWhetherTheHeaderSaysSoOrNot() throws IOException {
        assertThat(send("", packed(FACTS)).status()).isEqualTo(200);
        Answer declared = send("", packed(FACTS), "Content-Encoding", "gzip");
        assertThat(declared.status()).as(declared.body()).isEqualTo(200);
        assertThat(declared.json().at("/written/models/unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void aDryRunWritesNothingAndListsWhatIsWrong() {
        Answer answer = send("?dry_run=true", BAD);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("dryRun").asBoolean()).isTrue();
        assertThat(answer.json().get("rejected")).hasSize(2);
        assertThat(isKnown("new/mix")).isFalse();
    }

    @Test
    void everyBadLineIsAFaultOfTheRequestAndNothingIsWritten() {
        Answer answer = send("", BAD);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().findValuesAsText("where")).containsExactly("request line 4", "request line 5");
        assertThat(isKnown("new/mix")).isFalse();
    }

    @Test
    void badLinesAreSkippedWhereAskedFor() {
        JsonNode report = send("?skip_bad_rows=true", BAD).json();
        assertThat(report.get("rejectedRows").asInt()).isEqualTo(2);
        assertThat(isKnown("new/mix")).isTrue();
    }

    @Test
    void whatCannotBeReadToItsEndIsRefused() throws IOException {
        byte[] packed = packed(FACTS.repeat(50));
        Answer answer = send("?skip_bad_rows=true", java.util.Arrays.copyOf(packed, packed.length / 2));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("breaks off");
        assertThat(isKnown("new/mix")).isFalse();
    }

    @Test
    void aCycleIsAConflict() {
        assertThat(send("", "{\"kind\":\"edge\",\"child\":\"acme/base-7b\",\"parent\":\"acme/mix-7b\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aFlagThatIsNeitherTrueNorFalseIsRefused() {
        assertThat(send("?dry_run=perhaps", FACTS).json().findValuesAsText("where"))
                .containsExactly("dry_run");
        assertThat(isKnown("new/mix")).isFalse();
    }

    @Test
    void aStreamMuchLongerThanWhatIsHeldInMemoryIsTakenIn() {
        String line = "{\"kind\":\"model\",\"id\":\"many/m%06d\",\"license\":\"" + "x".repeat(900) + "\"}\n";
        int lines = 20_000;
        StringBuilder facts = new StringBuilder();
        for (int each = 0; each < lines; each++) {
            facts.append(line.formatted(each));
        }
        Answer answer = send("", facts.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/written/models/created").asInt()).isEqualTo(lines);
    }
}

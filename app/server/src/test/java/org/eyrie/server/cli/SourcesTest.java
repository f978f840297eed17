package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each source by its command; what each of them understands is tested where it lives. */
class SourcesTest extends CommandLineTest {

    private static final String RECIPE = """
            # kept
            merge_method: slerp
            base_model: acme/a-7b
            slices:
              - sources: [{model: acme/a-7b, layer_range: [0, 32]}, {model: acme/b-7b, layer_range: [0, 32]}]
            parameters: {t: 0.3}
            """;

    @TempDir
    private Path folder = Path.of(".");

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private List<Derivation> parents(String model) {
        return sample().stores().lineage().ancestry(new ModelId(model), 1);
    }

    @Test
    void ndjsonComesFromAFileOrFromStandardInput() throws IOException {
        String line = "{\"kind\":\"edge\",\"child\":\"x/%s\",\"parent\":\"acme/a-7b\",\"relation\":\"finetune\"}%n";
        assertThat(eyrie("import", "ndjson", file("facts.ndjson", line.formatted("file")))
                        .exitCode())
                .isZero();
        standardInput(new ByteArrayInputStream(line.formatted("typed").getBytes(StandardCharsets.UTF_8)));
        Run typed = eyrie("import", "ndjson", "-", "--json");
        assertThat(typed.exitCode()).as(typed.err()).isZero();
        assertThat(typed.json().at("/written/derivations/created").asInt()).isEqualTo(1);
        assertThat(parents("x/file")).hasSize(1);
        assertThat(parents("x/typed")).hasSize(1);
    }

    @Test
    void aDryRunOverBadLinesListsThemAndFails() throws IOException {
        String bad = file("bad.ndjson", "{\"kind\":\"model\",\"id\":\"x/y\"}\nnot json\n");
        for (String[] how : new String[][] {{}, {"--dry-run"}}) {
            Run run = eyrie(Stream.concat(Stream.of("import", "ndjson", bad), Stream.of(how))
                    .toArray(String[]::new));
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("bad.ndjson line 2");
            assertThat(sample().stores().lineage().find(new ModelId("x/y"))).isEmpty();
        }
        assertThat(eyrie("import", "ndjson", bad, "--skip-bad-rows").exitCode()).isZero();
        assertThat(sample().stores().lineage().find(new ModelId("x/y"))).isPresent();
    }

    @Test
    void resultsOfTheHarnessAreImportedUnlessTheySawOnlyAPart() throws IOException {
        String results = """
                {"results": {"gsm8k": {"exact_match,strict-match": 0.5, "exact_match_stderr,strict-match": 0.1}},
                 "versions": {"gsm8k": 3}, "n-shot": {"gsm8k": 5}, "config": {"model_args": "pretrained=x/eval", "limit": %s}}
                """;
        file("results_2025-01-01T00-00-00.json", results.formatted("null"));
        Run whole = eyrie("import", "lm-eval", folder.toString());
        assertThat(whole.exitCode()).as(whole.err()).isZero();
        assertThat(sample().stores().scores().of(List.of(new ModelId("x/eval"))))
                .hasSize(1);
        file("results_2025-01-01T00-00-00.json", results.formatted("10"));
        assertThat(eyrie("import", "lm-eval", folder.toString()).err()).contains("--allow-partial");
        assertThat(eyrie("import", "lm-eval", folder.toString(), "--model-id", "x/part", "--allow-partial")
                        .exitCode())
                .isZero();
        assertThat(sample().stores().scores().of(List.of(new ModelId("x/part"))))
                .hasSize(1);
    }

    @Test
    void aRecipeIsKeptWordForWordWithItsWeightedEdges() throws IOException {
        Run run = eyrie("import", "mergekit", file("mergekit_config.yml", RECIPE), "--model-id", "x/merged");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("recipes +1");
        assertThat(sample().stores().recipes().recipe(new ModelId("x/merged")))
                .hasValueSatisfying(recipe -> assertThat(recipe.text()).isEqualTo(RECIPE));
        assertThat(parents("x/merged")).extracting(Derivation::weight).containsExactlyInAnyOrder(.7, .3);
        Run again =
                eyrie("import", "mergekit", file("mergekit_config.yml", RECIPE), "--model-id", "x/merged", "--dry-run");
        assertThat(again.out()).containsPattern("recipes +0 +1 +0");
    }

    @Test
    void aPlanCanBeARecipe() throws IOException {
        fit();
        Run plan = eyrie("what-if", "--recipe", file("mergekit_config.yml", RECIPE), "--json");
        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.json())
                .isEqualTo(eyrie(
                                "what-if",
                                "--parent",
                                "acme/a-7b:0.7",
                                "--parent",
                                "acme/b-7b:0.3",
                                "--method",
                                "slerp",
                                "--json")
                        .json());
        Run none =
                eyrie("what-if", "--recipe", file("bomb.yml", "a: &a [x]\nb: !!javax.script.ScriptEngineManager []\n"));
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).contains("bomb.yml").doesNotContain("Unexpected");
    }

    @Test
    void cardsAndAdaptersNameTheirParents() throws IOException {
        String card = file("README.md", "---\nbase_model: acme/a-7b\nlicense: mit\n---\n# Card\n");
        assertThat(eyrie("import", "card", card, "--model-id", "x/carded").exitCode())
                .isZero();
        assertThat(parents("x/carded"))
                .extracting(edge -> edge.parent().value())
                .containsExactly("acme/a-7b");
        String adapter =
                file("adapter_config.json", "{\"base_model_name_or_path\": \"acme/b-7b\", \"peft_type\": \"LORA\"}");
        assertThat(eyrie("import", "adapter", adapter, "--model-id", "x/lora").exitCode())
                .isZero();
        assertThat(parents("x/lora")).extracting(edge -> edge.relation().code()).containsExactly("adapter");
    }

    @Test
    void aGuessedParentThatIsCorrectedIsTakenBackAsTheNoteSays() throws IOException {
        String file = file("talk-3b.Q4_K_M.gguf", "");
        Map<String, String> keys = new TreeMap<>(Map.of("general.name", "talk-3b"));
        for (int key = 0; key < 20; key++) {
            keys.put("llama.key_" + key, "x");
        }
        Files.write(Path.of(file), gguf(keys));
        String id = "local:talk-3b.Q4_K_M.gguf";
        Run guessed = eyrie("import", "gguf", file);
        assertThat(guessed.err())
                .contains("eyrie import gguf " + file + " --source org/name")
                .containsOnlyOnce("not read: ")
                .contains("llama.key_0; llama.key_1; ", "and 10 more; --json lists them");

        Run corrected = eyrie("import", "gguf", file, "--source", "yew/talk-3b");
        assertThat(parents(id)).extracting(edge -> edge.parent().value()).contains("talk-3b", "yew/talk-3b");
        Matcher command = Pattern.compile(
                        "talk-3b, quantized to .*eyrie forget --import (\\d+) --yes and import this again")
                .matcher(corrected.err());
        assertThat(command.find()).as(corrected.err()).isTrue();

        assertThat(eyrie("forget", "--import", command.group(1), "--yes").exitCode())
                .isZero();
        assertThat(eyrie("import", "gguf", file, "--source", "yew/talk-3b").err())
                .doesNotContain("forget");
        assertThat(parents(id)).extracting(edge -> edge.parent().value()).containsExactly("yew/talk-3b");
    }

    @Test
    void ofARemoteGgufFileOnlyTheBeginningIsFetched() throws IOException {
        byte[] file = gguf(Map.of(
                "general.name",
                "mix",
                "general.organization",
                "x",
                "general.source.repo_url",
                "https://huggingface.co/acme/a-7b"));
        AtomicLong sent = new AtomicLong();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/mix.gguf", exchange -> {
            Matcher range = Pattern.compile("bytes=(\\d+)-(\\d+)")
                    .matcher(exchange.getRequestHeaders().getFirst("Range"));
            assertThat(range.matches()).isTrue();
            int from = Integer.parseInt(range.group(1));
            int length = Integer.parseInt(range.group(2)) + 1 - from;
            exchange.getResponseHeaders()
                    .add("Content-Range", "bytes " + from + "-" + range.group(2) + "/" + file.length);
            exchange.sendResponseHeaders(206, length);
            exchange.getResponseBody().write(file, from, length);
            exchange.close();
            sent.addAndGet(length);
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/mix.gguf?signature=secret";
            Run run = eyrie("import", "gguf", address, "--json");
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out()).doesNotContain("secret");
            assertThat(parents("x/mix"))
                    .extracting(edge -> edge.relation().code())
                    .containsExactly("quantized");
            assertThat(sent.get()).isLessThan(file.length);
        } finally {
            server.stop(0);
        }
    }

    private static byte[] gguf(Map<String, String> keys) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("GGUF".getBytes(StandardCharsets.US_ASCII));
        bytes.write(little(4).putInt(3).array());
        bytes.write(little(16).putLong(0).putLong(keys.size()).array());
        for (Map.Entry<String, String> each : keys.entrySet()) {
            bytes.write(text(each.getKey()));
            bytes.write(little(4).putInt(8).array());
            bytes.write(text(each.getValue()));
        }
        bytes.write(new byte[8_000_000]);
        return bytes.toByteArray();
    }

    private static byte[] text(String value) {
        byte[] content = value.getBytes(StandardCharsets.UTF_8);
        return little(8 + content.length).putLong(content.length).put(content).array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void anImportThatIsToldToEndWritesNothingMoreAndSaysSo() {
        byte[] line = "{\"kind\":\"model\",\"id\":\"x/a\"}\n".getBytes(StandardCharsets.UTF_8);
        standardInput(new ByteArrayInputStream(line) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                interruption().workEnded();
                interruption().endWork();
                return super.read(buffer, offset, length);
            }
        });
        Run run = eyrie("import", "ndjson", "-");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("The import was cancelled; nothing was written.");
        assertThat(sample().stores().lineage().find(new ModelId("x/a"))).isEmpty();
    }
}

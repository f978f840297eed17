package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Stores;
import org.eyrie.server.Sample;
import org.eyrie.server.imports.Importers;
import org.eyrie.sources.lmeval.LmEvalSource;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One folder of the harness, sent by the Python client and read by the import, makes one graph. */
class PythonClientTest extends RestTest {

    private static final String MODEL = "new/measured";

    private static final String RESULTS = """
            {"results": {
               "gsm8k": {"alias": "gsm8k", "exact_match,strict-match": 0.5, "exact_match_stderr,strict-match": 0.25,
                         "exact_match,flexible-extract": 0.75, "exact_match_stderr,flexible-extract": "N/A"},
               "wikitext": {"word_perplexity,none": 12.5, "odd,none": NaN},
               "mmlu_law": {"acc,none": 0.25, "acc_stderr,none": 0.1}},
             "groups": {"mmlu": {"acc,none": 0.375, "alias": "mmlu"}},
             "group_subtasks": {"mmlu": ["mmlu_law", "gsm8k"], "gsm8k": []},
             "versions": {"gsm8k": 3.0, "mmlu": 2, "mmlu_law": "Yaml"},
             "n-shot": {"gsm8k": 5, "mmlu_law": 0},
             "n-samples": {"gsm8k": {"original": 4, "effective": 4}, "mmlu_law": {"original": 8, "effective": 8}},
             "config": {"model": "hf", "model_args": {"pretrained": "else/where"}, "limit": null},
             "date": 1735787045.5, "lm_eval_version": "0.4.7", "chat_template": null}
            """;
    private static final String SAMPLES = """
            {"doc_id":0,"doc":{"q":"x"},"filter":"strict-match","metrics":["exact_match"],"doc_hash":"cc","exact_match":1.0}
            {"doc_id":1,"doc":{"q":"y"},"filter":"strict-match","metrics":["exact_match"],"doc_hash":"aa","exact_match":0.0}
            {"doc_id":2,"doc":{"q":"y"},"filter":"strict-match","metrics":["exact_match"],"doc_hash":"aa","exact_match":1.0}
            {"doc_id":3,"doc":{"q":"z"},"filter":"strict-match","metrics":["exact_match"],"doc_hash":"bb","exact_match":0.0}
            {"doc_id":3,"doc":{"q":"z"},"filter":"flexible-extract","metrics":["exact_match"],"doc_hash":"bb","exact_match":0.5}
            """;

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void theClientSendsWhatTheImportReads() throws IOException, InterruptedException {
        String time = "2025-01-02T03-04-05.678901";
        Files.writeString(folder.resolve("results_" + time + ".json"), RESULTS);
        Files.writeString(folder.resolve("samples_gsm8k_" + time + ".jsonl"), SAMPLES);
        Files.writeString(
                folder.resolve("samples_old_task_" + time + ".jsonl"),
                "{\"doc_id\":10,\"acc\":true}\n{\"doc_id\":9,\"acc\":false}\n{\"doc_id\":11,\"acc\":1}\n");
        Stores imported = Sample.filled().stores();
        Importers.into(imported, Clock.systemUTC())
                .run(
                        new LmEvalSource(List.of(folder), new ModelId(MODEL), false),
                        ImportOptions.DEFAULT,
                        Progress.NONE);

        String report = python("""
                import sys
                from eyrie import Eyrie
                print(Eyrie(sys.argv[1]).ingest_lm_eval(sys.argv[2], model_id=sys.argv[3])["written"]["evaluations"])
                """, uri("/").toString(), folder.toString(), MODEL);

        assertThat(report).contains("'created': 5");
        assertThat(Graph.of(sample().stores())).isEqualTo(Graph.of(imported));
        assertThat(Graph.of(imported).outcomes()).hasSize(2);
    }

    @Test
    void aWorkerEvaluatesASearchToItsEnd() throws IOException, InterruptedException {
        String printed = python("""
                import sys
                from eyrie import CannotEvaluate, Eyrie, Searches, Worker
                eyrie = Eyrie(sys.argv[1])
                searches = Searches(eyrie)
                searches.start("shared", family="ciphers", evaluator="pull", policy="halving", items_budget=300)
                failed = []
                def evaluate(order):
                    if not failed:
                        failed.append(order.number)
                        raise CannotEvaluate("no room")
                    assert order.mergekit is None or "merge_method" in order.mergekit
                    return [len(order.text) + item.item & 1 for item in order.items]
                done = Worker(eyrie, "shared", evaluate, batch=3).run()
                found = searches.one("shared")["search"]
                print(found["state"], found["failed"], done > 10, 200 < found["spent"] <= 300)
                """, uri("/").toString());
        assertThat(printed.strip()).isEqualTo("FINISHED 1 True True");
    }

    private record Graph(
            List<Model> models,
            List<Benchmark> benchmarks,
            List<Evaluation> scores,
            List<Evaluation> outcomes,
            List<List<String>> items) {

        static Graph of(Stores stores) {
            List<Benchmark> benchmarks = stores.scores().benchmarks();
            return new Graph(
                    stores.lineage().everything().models(),
                    benchmarks,
                    stores.scores().all(),
                    stores.scores().outcomes(List.of(new ModelId(MODEL))),
                    benchmarks.stream()
                            .map(benchmark -> stores.scores().itemNames(benchmark.id()))
                            .toList());
        }
    }

    private static String python(String program, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("python3", "-c", program).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        Path client = Path.of("../python/src").toAbsolutePath().normalize();
        builder.environment().putAll(Map.of("PYTHONPATH", client.toString(), "PYTHONDONTWRITEBYTECODE", "1"));
        Process python;
        try {
            python = builder.start();
        } catch (IOException e) {
            assumeTrue(false, "SKIPPED: the test of the Python client needs python3, which is not here");
            return "";
        }
        python.getOutputStream().close();
        String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).as(output).isZero();
        return output;
    }
}

package org.eyrie.store.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Model;
import org.eyrie.model.Outcomes;
import org.eyrie.model.Recipe;
import org.eyrie.model.Traits;

/**
 * The files, one for each label and each type, named {@code nodes-LABEL.csv} and {@code relationships-TYPE.csv}, or
 * {@code ....lines.csv} where rows go over several lines. Their
 * columns are the properties that the statements under {@code cypher/facts} and {@code cypher/history} set; a test
 * compares the two.
 *
 * <p>Nodes are numbered from zero, whatever they are, and relationships name the numbers.
 */
final class BulkFiles implements Closeable {

    private static final String ORIGIN = "recorded_from,recorded_at:datetime,recorded_in:long";
    private static final String ENDS = ":START_ID,:END_ID";

    /** Stands between the texts of a list: no text of ours has it. */
    private static final char BETWEEN_TEXTS = '\u001f';

    private final String source;
    private final String recordedAt;
    private final long importNumber;
    private final Path folder;
    private final List<CsvFile> open = new ArrayList<>();
    private final CsvFile models;
    private final CsvFile derivations;
    private final CsvFile benchmarks;
    private final CsvFile evaluations;
    private final CsvFile items;
    private final CsvFile hasItem;
    private final CsvFile recipes;
    private final CsvFile madeBy;
    private int nodes;

    /** @param folder an empty one */
    BulkFiles(Path folder, String source, Instant recordedAt, long importNumber) throws IOException {
        this.folder = folder;
        this.source = source;
        this.recordedAt = recordedAt.toString();
        this.importNumber = importNumber;
        models = nodes(
                "Model",
                "id,architecture,parameters_billions:double,type,precision,chat_template:boolean,moe:boolean,"
                        + "uploaded:date,license,revision,"
                        + ORIGIN);
        derivations = relationships("DERIVED_FROM", ",relation,weight:double,evidence," + ORIGIN);
        benchmarks = nodes(
                "Benchmark",
                "id,items:long,task,metric,filter,harness,task_version,n_shot:long,chat_template:boolean," + ORIGIN);
        evaluations = relationships(
                "EVALUATED_ON",
                ",score:double,items:long,stderr:double,outcomes,source,measured_at:datetime," + ORIGIN);
        items = nodes("Item", "key,hash,recorded_in:long");
        hasItem = relationships("HAS_ITEM", ",position:long");
        recipes = nodes("Recipe", "model,method,yaml,weight_rule,source," + ORIGIN);
        madeBy = relationships("MADE_BY", "");
    }

    /** A number for a node that is written later. */
    int number() {
        return nodes++;
    }

    void model(int number, Model model) throws IOException {
        Traits traits = model.traits();
        models.number(number)
                .text(model.id().value())
                .text(traits.architecture())
                .number(traits.parametersBillions())
                .text(traits.type())
                .text(traits.precision())
                .flag(traits.chatTemplate())
                .flag(traits.moe())
                .plain(traits.uploaded())
                .text(traits.license())
                .text(model.revision());
        origin(models).end();
    }

    void derivation(int child, int parent, Derivation edge) throws IOException {
        derivations
                .number(child)
                .number(parent)
                .text(edge.relation().code())
                .number(edge.weight())
                .text(edge.evidence());
        origin(derivations).end();
    }

    void benchmark(int number, Benchmark benchmark) throws IOException {
        EvaluationSetup setup = benchmark.setup();
        benchmarks
                .number(number)
                .text(benchmark.id().value())
                .number(benchmark.items())
                .text(setup.task())
                .text(setup.metric())
                .text(setup.filter())
                .text(setup.harness())
                .text(setup.taskVersion())
                .number(setup.nShot())
                .flag(setup.chatTemplate());
        origin(benchmarks).end();
    }

    void evaluation(int model, int benchmark, Evaluation evaluation) throws IOException {
        Outcomes outcomes = evaluation.outcomes();
        evaluations
                .number(model)
                .number(benchmark)
                .number(Double.valueOf(evaluation.score()))
                .number(evaluation.items())
                .number(evaluation.stderr())
                .text(outcomes == null ? null : outcomes.value())
                .text(evaluation.source())
                .time(evaluation.measuredAt());
        origin(evaluations).end();
    }

    void item(int benchmark, String benchmarkId, String name, int position) throws IOException {
        int number = number();
        items.number(number)
                .text(benchmarkId + "\n" + name)
                .text(name)
                .number(importNumber)
                .end();
        hasItem.number(benchmark).number(number).number(position).end();
    }

    void recipe(int model, Recipe recipe) throws IOException {
        int number = number();
        recipes.number(number)
                .text(recipe.model().value())
                .text(recipe.method())
                .text(recipe.text())
                .text(recipe.weightRule())
                .text(recipe.source());
        origin(recipes).end();
        madeBy.number(model).number(number).end();
    }

    /** What has no origin of its own: the import and the ledger, numbers, texts and lists of texts by the names of their properties. */
    void bookkeeping(String label, Map<String, Object> properties) throws IOException {
        Map<String, Object> ordered = new TreeMap<>(properties);
        String header = ordered.entrySet().stream()
                .map(property -> property.getKey() + type(property.getValue()))
                .collect(Collectors.joining(","));
        CsvFile file = nodes(label, header);
        file.number(number());
        for (Object value : ordered.values()) {
            if (value instanceof String text) {
                file.text(text);
            } else if (value instanceof List<?> texts) {
                file.text(texts.stream()
                        .map(text -> String.valueOf(text).replace(BETWEEN_TEXTS, ' '))
                        .collect(Collectors.joining(String.valueOf(BETWEEN_TEXTS))));
            } else {
                file.plain(value);
            }
        }
        file.end();
    }

    private static String type(Object value) {
        if (value instanceof String) {
            return "";
        }
        if (value instanceof List<?>) {
            return ":string[]";
        }
        if (value instanceof Instant) {
            return ":datetime";
        }
        return value instanceof Boolean ? ":boolean" : ":long";
    }

    private CsvFile origin(CsvFile file) {
        return file.text(source).plain(recordedAt).number(importNumber);
    }

    private CsvFile nodes(String label, String columns) throws IOException {
        return open("nodes-" + label, ":ID," + columns);
    }

    private CsvFile relationships(String type, String columns) throws IOException {
        return open("relationships-" + type, ENDS + columns);
    }

    private CsvFile open(String name, String header) throws IOException {
        CsvFile file = new CsvFile(folder.resolve(name + ".csv"), header);
        open.add(file);
        return file;
    }

    /** Closing twice changes nothing. */
    @Override
    public void close() throws IOException {
        for (CsvFile file : open) {
            file.close();
        }
    }
}

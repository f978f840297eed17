package org.eyrie.lrmf.simulate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;

/**
 * Writes a lineage as skew as a public hub, with simulated scores on six benchmarks, as lines of NDJSON that can be
 * imported: {@code HubFile FILE SHAPE:MODELS}, as in {@code HubFile hub.ndjson hub:400000}.
 */
public final class HubFile {

    private static final int BENCHMARKS = 6;

    /** By number, as in {@link HubLike}. */
    private static final String[] RELATIONS = {"finetune", "merge", "quantized", "adapter"};

    private HubFile() {}

    /** Writes the file. */
    public static void main(String[] arguments) throws IOException {
        String[] lineage = arguments[1].split(":", -1);
        HubLike drawn = HubLike.draw(Integer.parseInt(lineage[1]), HubShape.of(lineage[0]), 1);
        Simulation scores = new Simulation(drawn.lineage(), SimulationSettings.benchmarks(BENCHMARKS, 1));
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[0]))) {
            write(out, drawn, scores);
        }
    }

    private static void write(Writer out, HubLike drawn, Simulation scores) throws IOException {
        LineageGraph lineage = drawn.lineage();
        ModelTraits traits = drawn.traits();
        for (int u = 0; u < lineage.models(); u++) {
            out.write(model(u, traits));
        }
        for (int e = 0; e < lineage.edges(); e++) {
            out.write(String.format(
                    Locale.ROOT,
                    "{\"kind\":\"edge\",\"child\":\"%s\",\"parent\":\"%s\",\"relation\":\"%s\"}%n",
                    id(lineage.child()[e], traits),
                    id(lineage.parent()[e], traits),
                    RELATIONS[lineage.relation()[e]]));
        }
        for (int u = 0; u < lineage.models(); u++) {
            for (int i = 0; i < BENCHMARKS; i++) {
                if (scores.isSeen(u, i)) {
                    out.write(String.format(
                            Locale.ROOT,
                            "{\"kind\":\"score\",\"model\":\"%s\",\"benchmark\":\"task-%d\",\"value\":%.6f,\"items\":%d}%n",
                            id(u, traits),
                            i,
                            scores.score(u, i),
                            scores.settings().trials()));
                }
            }
        }
    }

    private static String id(int model, ModelTraits traits) {
        return "author-" + traits.author()[model] + "/Line" + traits.series()[model] + "-" + model;
    }

    private static String model(int u, ModelTraits traits) {
        StringBuilder line = new StringBuilder("{\"kind\":\"model\",\"id\":\"").append(id(u, traits));
        line.append('"');
        if (traits.architecture()[u] >= 0) {
            line.append(",\"architecture\":\"Arch")
                    .append(traits.architecture()[u])
                    .append("ForCausalLM\"");
        }
        if (!Double.isNaN(traits.parametersBillions()[u])) {
            line.append(String.format(Locale.ROOT, ",\"parameters\":%.0f", traits.parametersBillions()[u] * 1e9));
        }
        if (traits.type()[u] >= 0) {
            line.append(",\"type\":\"type-").append(traits.type()[u]).append('"');
        }
        if (traits.chatTemplate()[u] >= 0) {
            line.append(",\"chat_template\":").append(traits.chatTemplate()[u] == 1);
        }
        if (!Double.isNaN(traits.uploadedDay()[u])) {
            line.append(",\"uploaded\":\"")
                    .append(LocalDate.ofEpochDay((long) traits.uploadedDay()[u]))
                    .append('"');
        }
        return line.append("}\n").toString();
    }
}

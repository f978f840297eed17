package org.eyrie.server;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Lines of NDJSON as a hub of models would have them: first models, then their scores, each model derived from an earlier
 * one. Parents are drawn by how much was made of them already, and one founder has as many children as asked for. Nothing
 * of the project is needed, so that it runs by itself, too: {@code java LargeHub.java FILE MODELS FOUNDER_CHILDREN
 * SCORES_PER_MODEL}.
 */
public final class LargeHub {

    static final String FOUNDER = "hub/founder";

    private static final String[] RELATIONS = {"finetune", "quantized", "adapter", "merge"};
    private static final double DERIVED = 0.9;
    private static final int FURTHER_PARENTS = 2;
    private static final int BENCHMARKS = 40;

    private LargeHub() {}

    public static void main(String[] arguments) {
        write(
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
    }

    /**
     * Writes a file.
     *
     * @param models how many, the founder included
     * @param children of the founder, fewer than models
     * @param scores of each model, up to 40
     */
    static void write(Path file, int models, int children, int scores) {
        SplittableRandom random = new SplittableRandom(7);
        int[] parents = new int[2 * models];
        int used = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int model = 0; model < models; model++) {
                model(out, model, random);
                if (model == 0) {
                    continue;
                }
                if (model <= children) {
                    edge(out, model, 0, random);
                    continue;
                }
                if (random.nextDouble() < DERIVED) {
                    int parent = used > 0 && random.nextDouble() < 0.8
                            ? parents[random.nextInt(used)]
                            : 1 + random.nextInt(model - 1);
                    edge(out, model, parent, random);
                    parents[used++] = parent;
                    for (int more = 0; more < FURTHER_PARENTS; more++) {
                        int further = 1 + random.nextInt(model - 1);
                        if (random.nextInt(4) == 0 && further != parent && (more == 0 || further % 2 == 0)) {
                            edge(out, model, further, random);
                            break;
                        }
                    }
                }
            }
            for (int model = 0; model < models; model++) {
                int first = random.nextInt(BENCHMARKS);
                for (int score = 0; score < scores; score++) {
                    out.write("{\"kind\":\"score\",\"model\":\"" + id(model) + "\",\"benchmark\":\"task-"
                            + (first + score) % BENCHMARKS + "\",\"n_shot\":5,\"value\":"
                            + random.nextInt(10_000) / 10_000.0 + ",\"items\":1319}\n");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String id(int model) {
        return model == 0 ? FOUNDER : "author-" + model % 6_221 + "/model-" + model;
    }

    private static void model(Writer out, int model, SplittableRandom random) throws IOException {
        out.write(String.format(
                Locale.ROOT,
                "{\"kind\":\"model\",\"id\":\"%s\",\"architecture\":\"arch-%d\",\"parameters\":%de8,\"type\":\"chat\","
                        + "\"precision\":\"bfloat16\",\"uploaded\":\"2024-%02d-%02d\",\"license\":\"mit\"}%n",
                id(model),
                random.nextInt(30),
                1 + random.nextInt(700),
                1 + random.nextInt(12),
                1 + random.nextInt(28)));
    }

    private static void edge(Writer out, int child, int parent, SplittableRandom random) throws IOException {
        out.write("{\"kind\":\"edge\",\"child\":\"" + id(child) + "\",\"parent\":\"" + id(parent) + "\",\"relation\":\""
                + RELATIONS[random.nextInt(RELATIONS.length)] + "\"}\n");
    }
}

package org.eyrie.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.fit.Fitting;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.model.Recipe;
import org.eyrie.model.Relation;
import org.eyrie.model.Stores;
import org.eyrie.model.Traits;
import org.eyrie.model.memory.MemoryStores;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/** A small graph in memory that tests add to: models, what they were made from, and what they scored. */
public final class World {

    public static final BenchmarkId MATH = new BenchmarkId("MATH Lvl 5");
    public static final BenchmarkId QA = new BenchmarkId("QA");

    private final Stores memory = MemoryStores.empty();

    public World() {
        write(new Facts(
                List.of(),
                List.of(),
                List.of(
                        new Benchmark(MATH, 100, EvaluationSetup.UNKNOWN),
                        new Benchmark(QA, 100, EvaluationSetup.UNKNOWN)),
                List.of()));
    }

    /** A base with two children and their merge, which was not measured, all of seven billion parameters. */
    public static World ofOneFamily() {
        return new World()
                .model("acme/base-7b", "LlamaForCausalLM", 7.0)
                .model("acme/a-7b", "LlamaForCausalLM", 7.0)
                .model("acme/b-7b", "LlamaForCausalLM", 7.0)
                .model("acme/mix-7b", "LlamaForCausalLM", 7.0)
                .made("acme/a-7b", "acme/base-7b", Relation.FINETUNE)
                .made("acme/b-7b", "acme/base-7b", Relation.FINETUNE)
                .made("acme/mix-7b", "acme/a-7b", Relation.MERGE)
                .made("acme/mix-7b", "acme/b-7b", Relation.MERGE)
                .scored("acme/base-7b", 0.2, 0.5)
                .scored("acme/a-7b", 0.3, 0.6)
                .scored("acme/b-7b", 0.25, 0.4);
    }

    /** With twelve further families of a base and three children, of another architecture and size. */
    public World withFurtherFamilies() {
        for (int family = 0; family < 12; family++) {
            String base = "org" + family + "/root-3b";
            model(base, "GemmaForCausalLM", 3.0).scored(base, 0.1 + 0.03 * family, 0.3 + 0.02 * family);
            for (int child = 0; child < 3; child++) {
                String id = "org" + family + "/child" + child + "-3b";
                model(id, "GemmaForCausalLM", 3.0)
                        .made(id, base, Relation.FINETUNE)
                        .scored(id, 0.12 + 0.03 * family + 0.01 * child, 0.3 + 0.02 * family - 0.02 * child);
            }
        }
        return this;
    }

    public World model(String id, @Nullable String architecture, @Nullable Double parametersBillions) {
        Traits traits =
                new Traits(architecture, parametersBillions, "chat", "bfloat16", true, false, null, "apache-2.0");
        return model(id, traits);
    }

    public World model(String id, Traits traits) {
        return write(new Facts(List.of(new Model(new ModelId(id), traits)), List.of(), List.of(), List.of()));
    }

    public World made(String child, String parent, Relation relation) {
        return write(new Facts(
                List.of(),
                List.of(new Derivation(new ModelId(child), new ModelId(parent), relation, null, null)),
                List.of(),
                List.of()));
    }

    /** The method of a merge, as its recipe names it. */
    public World merged(String child, String method) {
        Recipe recipe = new Recipe(new ModelId(child), method, "merge_method: " + method, "uniform", "test");
        return write(Facts.recipes(List.of(recipe)));
    }

    public World scored(String model, double math, double qa) {
        return write(
                new Facts(List.of(), List.of(), List.of(), List.of(score(model, MATH, math), score(model, QA, qa))));
    }

    /** A model that is known item by item, a character each. */
    public World answered(String model, BenchmarkId benchmark, String outcomes) {
        Outcomes known = new Outcomes(outcomes);
        double score = (double) known.correct() / known.items();
        return write(new Facts(
                List.of(),
                List.of(),
                List.of(),
                List.of(new Evaluation(
                        new ModelId(model), benchmark, score, known.items(), null, known, "test", null))));
    }

    private static Evaluation score(String model, BenchmarkId benchmark, double score) {
        return new Evaluation(new ModelId(model), benchmark, score, 100, null, null, "test", null);
    }

    public World fitted() {
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        new Fitting(stores(), clock).fit(FitSettings.USUAL, Progress.NONE);
        return this;
    }

    public Stores stores() {
        return new Stores(
                memory.lineage(), memory.scores(), memory.fits(), memory.facts(), memory.recipes(), memory.history());
    }

    private World write(Facts facts) {
        memory.facts().write(facts);
        return this;
    }
}

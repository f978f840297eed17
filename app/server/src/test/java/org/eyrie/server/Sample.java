package org.eyrie.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.model.Stores;
import org.eyrie.model.Traits;
import org.eyrie.model.access.AccessStore;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.FinalsLedger;
import org.eyrie.model.development.OrderLedger;
import org.eyrie.model.job.JobStore;
import org.eyrie.model.job.RequestStore;
import org.eyrie.model.memory.InMemoryDevelopmentLedger;
import org.eyrie.model.memory.InMemoryFinalsLedger;
import org.eyrie.model.memory.MemoryAccessStore;
import org.eyrie.model.memory.MemoryJobStore;
import org.eyrie.model.memory.MemoryRequestStore;
import org.eyrie.model.memory.MemoryStores;
import org.eyrie.server.stores.Session;
import org.eyrie.store.query.SavedQueries;

/**
 * A small graph: a base with two children and their merge, beside a model of the same architecture without relatives,
 * and a stub that nothing is known of.
 */
public final class Sample implements Session {

    public static final String BASE = "acme/base-7b";
    public static final String A = "acme/a-7b";
    public static final String B = "acme/b-7b";
    public static final String MIX = "acme/mix-7b";
    public static final String LONER = "solo/loner-7b";
    public static final String STUB = "nobody/knows";
    public static final BenchmarkId MATH = new BenchmarkId("MATH Lvl 5");
    public static final BenchmarkId QA = new BenchmarkId("QA");

    private final Stores memory = MemoryStores.empty();
    private final InMemoryDevelopmentLedger developments = new InMemoryDevelopmentLedger();
    private final FinalsLedger finals = new InMemoryFinalsLedger(developments);
    private final AccessStore access = new MemoryAccessStore();
    private final JobStore jobs = new MemoryJobStore();
    private final RequestStore requests = new MemoryRequestStore();
    private boolean down;

    /** A store with nothing in it. */
    public static Sample empty() {
        return new Sample();
    }

    public static Sample filled() {
        Sample sample = new Sample();
        sample.memory
                .facts()
                .write(new Facts(
                        List.of(
                                model(BASE, "LlamaForCausalLM"),
                                model(A, "LlamaForCausalLM"),
                                model(B, "LlamaForCausalLM"),
                                model(MIX, "LlamaForCausalLM"),
                                model(LONER, "LlamaForCausalLM"),
                                Model.stub(new ModelId(STUB))),
                        List.of(
                                edge(A, BASE, Relation.FINETUNE),
                                edge(B, BASE, Relation.FINETUNE),
                                edge(MIX, A, Relation.MERGE),
                                edge(MIX, B, Relation.MERGE)),
                        List.of(
                                new Benchmark(MATH, 100, EvaluationSetup.UNKNOWN),
                                new Benchmark(QA, null, EvaluationSetup.UNKNOWN)),
                        List.of(
                                score(BASE, MATH, 0.2),
                                score(BASE, QA, 0.5),
                                score(A, MATH, 0.3),
                                score(A, QA, 0.6),
                                score(B, MATH, 0.25))));
        return sample;
    }

    private static Model model(String id, String architecture) {
        return new Model(
                new ModelId(id), new Traits(architecture, 7.0, "chat", "bfloat16", true, false, null, "apache-2.0"));
    }

    private static Derivation edge(String child, String parent, Relation relation) {
        return new Derivation(new ModelId(child), new ModelId(parent), relation, null, null);
    }

    private static Evaluation score(String model, BenchmarkId benchmark, double score) {
        return new Evaluation(new ModelId(model), benchmark, score, 100, null, null, "sample", null);
    }

    /** A model without relatives, of the same architecture as the others, measured on {@link #MATH}. */
    public void addFounder(String id, double score) {
        memory.facts()
                .write(new Facts(
                        List.of(model(id, "LlamaForCausalLM")), List.of(), List.of(), List.of(score(id, MATH, score))));
    }

    /** From now on the database seems to be down. */
    public void breakDown() {
        down = true;
    }

    @Override
    public Stores stores() {
        return new Stores(
                Down.unless(this::isUp, org.eyrie.model.LineageStore.class, memory.lineage()),
                Down.unless(this::isUp, org.eyrie.model.ScoreStore.class, memory.scores()),
                Down.unless(this::isUp, org.eyrie.model.FitStore.class, memory.fits()),
                Down.unless(this::isUp, org.eyrie.model.FactStore.class, memory.facts()),
                Down.unless(this::isUp, org.eyrie.model.RecipeStore.class, memory.recipes()),
                Down.unless(this::isUp, org.eyrie.model.HistoryStore.class, memory.history()));
    }

    private boolean isUp() {
        return !down;
    }

    @Override
    public DevelopmentLedger developments() {
        return Down.unless(this::isUp, DevelopmentLedger.class, developments);
    }

    @Override
    public FinalsLedger finals() {
        return Down.unless(this::isUp, FinalsLedger.class, finals);
    }

    @Override
    public OrderLedger orders() {
        return Down.unless(this::isUp, OrderLedger.class, developments);
    }

    @Override
    public AccessStore access() {
        return Down.unless(this::isUp, AccessStore.class, access);
    }

    @Override
    public JobStore jobs() {
        return Down.unless(this::isUp, JobStore.class, jobs);
    }

    @Override
    public RequestStore requests() {
        return Down.unless(this::isUp, RequestStore.class, requests);
    }

    @Override
    public Optional<SavedQueries> savedQueries() {
        return Optional.empty();
    }

    @Override
    public Map<String, String> addresses() {
        return Map.of();
    }

    @Override
    public Health health() {
        return new Health(!down, down ? "broken on purpose" : "in memory");
    }

    @Override
    public void close() {}
}

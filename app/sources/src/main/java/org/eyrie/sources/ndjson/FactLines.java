package org.eyrie.sources.ndjson;

import java.util.List;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.sources.conventions.ScoreRange;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Text;
import org.eyrie.sources.tree.Fields;
import org.jspecify.annotations.Nullable;

/** Lines that are a fact by themselves. */
final class FactLines {

    private FactLines() {}

    /**
     * {@code id}, and where known {@code revision, architecture, parameters} (a count, such as 7.2e9), {@code type, precision,
     * chat_template, moe, uploaded, license}.
     */
    static void model(Place place, Fields fields, FactSink sink) {
        Model model = model(fields);
        if (model != null) {
            sink.model(place, model);
        }
    }

    /** The keys of a model, of which each counts only where it is not known yet. */
    static void traits(Place place, Fields fields, FactSink sink) {
        Model model = model(fields);
        if (model != null) {
            sink.traits(place, model, List.of());
        }
    }

    private static @Nullable Model model(Fields fields) {
        ModelId id = fields.model("id");
        Double parameters = fields.number("parameters");
        Traits traits = fields.make(() -> new Traits(
                fields.text("architecture"),
                parameters == null ? null : parameters / 1e9,
                fields.text("type"),
                fields.text("precision"),
                fields.flag("chat_template"),
                fields.flag("moe"),
                fields.date("uploaded"),
                fields.text("license")));
        String revision = fields.text("revision");
        return fields.isFaulty() || id == null || traits == null ? null : new Model(id, traits, revision);
    }

    /** {@code child, parent}, and where known {@code relation, weight, evidence}. */
    static void edge(Place place, Fields fields, FactSink sink) {
        ModelId child = fields.model("child");
        ModelId parent = fields.model("parent");
        Relation relation = relation(fields);
        Double weight = fields.number("weight");
        String evidence = fields.text("evidence");
        if (child != null && parent != null) {
            Derivation edge = fields.make(() -> new Derivation(child, parent, relation, weight, evidence));
            if (edge != null) {
                sink.derivation(place, edge);
            }
        }
    }

    /**
     * {@code model, benchmark} (the task), {@code value} (0 to 1), and where known {@code task_version, metric,
     * filter, n_shot, chat_template, harness, stderr, items, source, measured_at}, {@code benchmark_items} where it was
     * measured on a part of them, and {@link OutcomeFields}.
     */
    static void score(Place place, Fields fields, MetSetups met, FactSink sink) {
        ModelId model = fields.model("model");
        EvaluationSetup setup = setup(fields);
        Double value = fields.number("value");
        Integer items = fields.integer("items");
        Integer all = fields.integer("benchmark_items");
        Double stderr = fields.number("stderr");
        String source = fields.text("source");
        var measuredAt = fields.instant("measured_at");
        Outcomes outcomes = OutcomeFields.of(fields);
        if (value == null) {
            fields.fault("value must be a number between 0 and 1");
        } else {
            ScoreRange.fault(value).ifPresent(fields::fault);
        }
        if (model == null || setup == null || value == null) {
            return;
        }
        var benchmark = fields.make(
                () -> met.benchmark(setup, larger(all, outcomes == null ? items : Integer.valueOf(outcomes.items()))));
        if (benchmark != null) {
            Evaluation evaluation = fields.make(
                    () -> new Evaluation(model, benchmark.id(), value, items, stderr, outcomes, source, measuredAt));
            if (evaluation != null) {
                sink.benchmark(place, benchmark);
                sink.evaluation(place, evaluation);
            }
        }
    }

    private static @Nullable Integer larger(@Nullable Integer one, @Nullable Integer other) {
        return one == null || (other != null && other > one) ? other : one;
    }

    /** The setup that the keys of a score or an item describe; null after a fault. */
    static @Nullable EvaluationSetup setup(Fields fields) {
        String task = fields.text("benchmark");
        if (task == null) {
            fields.fault("benchmark must not be blank");
        }
        String metric = fields.text("metric");
        String filter = fields.text("filter");
        String harness = fields.text("harness");
        String version = fields.text("task_version");
        Integer nShot = fields.integer("n_shot");
        Boolean chatTemplate = fields.flag("chat_template");
        return fields.make(() -> new EvaluationSetup(task, metric, filter, harness, version, nShot, chatTemplate));
    }

    private static Relation relation(Fields fields) {
        String code = fields.text("relation");
        if (code == null) {
            return Relation.UNKNOWN;
        }
        return Relation.ofCode(code).orElseGet(() -> {
            fields.fault("relation must be one of " + Relation.codes() + ", not " + Text.quoted(code));
            return Relation.UNKNOWN;
        });
    }
}

package org.eyrie.sources.openllm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.sources.huggingface.Hub;
import org.eyrie.sources.huggingface.HubImport;
import org.eyrie.sources.huggingface.HubOptions;
import org.eyrie.sources.registry.OnceFetched;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.OtherSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Source;

/**
 * The table, and what the Hub knows of the lineage of its models. Scores that the Hub has of them are left out: those
 * that this leaderboard put there are rescaled.
 *
 * <p>One request a model and more for merges: at the Hub's 500 requests in five minutes the public table takes about
 * an hour, with a token half of that.
 */
public final class ContentsLineage {

    private ContentsLineage() {}

    /** A source of both. */
    public static Source of(ContentsTable table, Hub hub, HubOptions options) {
        return new OnceFetched(table.name() + " with lineage", sink -> {
            List<String> models = models(table, sink);
            table.read(new Renamed(
                    sink, models.isEmpty() ? Map.of() : HubImport.read(hub, models, options, new WithoutScores(sink))));
        });
    }

    // Read once more, but quietly: what is wrong with the table is said when it is handed over.
    private static List<String> models(ContentsTable table, FactSink sink) throws IOException {
        List<String> models = new ArrayList<>();
        for (Entry entry : table.entries(new Quiet(sink))) {
            models.add(entry.model().value());
        }
        return models;
    }

    private static final class WithoutScores extends OtherSink {

        WithoutScores(FactSink next) {
            super(next);
        }

        @Override
        public void benchmark(Place place, Benchmark benchmark) {}

        @Override
        public void evaluation(Place place, Evaluation evaluation) {}
    }

    /** Names models as the Hub does today: else their scores would stay behind under a name without lineage. */
    private static final class Renamed extends OtherSink {

        private final FactSink next;
        private final Map<ModelId, ModelId> names;

        Renamed(FactSink next, Map<ModelId, ModelId> names) {
            super(next);
            this.next = next;
            this.names = names;
        }

        @Override
        public void model(Place place, Model model) {
            next.model(place, new Model(today(model.id()), model.traits(), model.revision()));
        }

        @Override
        public void evaluation(Place place, Evaluation evaluation) {
            next.evaluation(
                    place,
                    new Evaluation(
                            today(evaluation.model()),
                            evaluation.benchmark(),
                            evaluation.score(),
                            evaluation.items(),
                            evaluation.stderr(),
                            evaluation.outcomes(),
                            evaluation.source(),
                            evaluation.measuredAt()));
        }

        private ModelId today(ModelId model) {
            return names.getOrDefault(model, model);
        }
    }

    private static final class Quiet extends OtherSink {

        Quiet(FactSink next) {
            super(next);
        }

        @Override
        public void reject(Place place, String reason) {}

        @Override
        public void note(Place place, String text) {}

        @Override
        public void ignored(String key) {}
    }
}

package org.eyrie.sources.openllm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.ScaleEvidence;
import org.eyrie.sources.huggingface.Hub;
import org.eyrie.sources.huggingface.HubImport;
import org.eyrie.sources.huggingface.HubOptions;
import org.eyrie.sources.registry.OnceFetched;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Finding;
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
            Map<ModelId, ModelId> today = models.isEmpty()
                    ? Map.of()
                    : HubImport.read(hub, models, options, ScaleEvidence.NONE, sink.without(ContentsLineage::isScore));
            table.read(sink.behind(finding -> Optional.of(renamed(finding, today))));
        });
    }

    // Read once more, but quietly: what is wrong with the table is said when it is handed over.
    private static List<String> models(ContentsTable table, FactSink sink) throws IOException {
        List<String> models = new ArrayList<>();
        for (LeaderboardEntry entry : table.entries(sink.without(ContentsLineage::isRemark))) {
            models.add(entry.model().value());
        }
        return models;
    }

    private static boolean isScore(Finding finding) {
        return finding instanceof Finding.OfBenchmark || finding instanceof Finding.OfEvaluation;
    }

    private static boolean isRemark(Finding finding) {
        return finding instanceof Finding.Rejected
                || finding instanceof Finding.Noted
                || finding instanceof Finding.Ignored;
    }

    // Names models as the Hub does today: else their scores would stay behind under a name without lineage.
    private static Finding renamed(Finding finding, Map<ModelId, ModelId> today) {
        if (finding instanceof Finding.OfModel named) {
            Model model = named.model();
            return new Finding.OfModel(named.place(), model.withId(today.getOrDefault(model.id(), model.id())));
        }
        if (finding instanceof Finding.OfEvaluation score) {
            Evaluation evaluation = score.evaluation();
            return new Finding.OfEvaluation(
                    score.place(), evaluation.withModel(today.getOrDefault(evaluation.model(), evaluation.model())));
        }
        return finding;
    }
}

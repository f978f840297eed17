package org.eyrie.sources.huggingface;

import java.net.URI;
import org.eyrie.model.ModelId;
import org.eyrie.sources.card.ReportedScores;
import org.eyrie.sources.conventions.ScaleEvidence;
import org.eyrie.sources.http.JsonTree;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;

/** Scores that a model publishes on the Hub: {@code evalResults}, then {@code model-index}. */
final class HubScores {

    private final URI endpoint;
    private final ScaleEvidence evidence;
    private final FactSink sink;

    HubScores(URI endpoint, ScaleEvidence evidence, FactSink sink) {
        this.endpoint = endpoint;
        this.evidence = evidence;
        this.sink = sink;
    }

    void write(ModelId id, HubModel model) {
        new ReportedScores(id, evidence, sink)
                .collected(
                        model.evalResults().stream().map(JsonTree::of).toList(),
                        Place.of(model.evidence(endpoint, "evalResults")))
                .indexed(
                        model.modelIndex() == null ? null : JsonTree.of(model.modelIndex()),
                        Place.of(model.evidence(endpoint, "model-index")));
    }
}

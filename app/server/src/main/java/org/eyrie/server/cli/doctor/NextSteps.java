package org.eyrie.server.cli.doctor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.ScoreStore;
import org.eyrie.model.Stores;
import org.eyrie.model.Traits;
import org.eyrie.server.out.Plural;

/** What would help predictions most: models that are names only, and cells that nobody measured. */
record NextSteps(Stores stores, List<ScoreStore.Coverage> coverage) {

    private static final int NAMED = 3;

    /** Models that an edge or a score names and nothing describes, those that others were made from first. */
    Diagnosis stubs() {
        Neighbourhood graph = stores.lineage().everything();
        Set<ModelId> parents =
                graph.derivations().stream().map(Derivation::parent).collect(Collectors.toSet());
        Set<ModelId> measured =
                stores.scores().all().stream().map(Evaluation::model).collect(Collectors.toSet());
        List<ModelId> stubs = new ArrayList<>(graph.models().stream()
                .filter(model -> model.traits().equals(Traits.UNKNOWN))
                .map(Model::id)
                .filter(id -> !measured.contains(id))
                .toList());
        List<ModelId> matter = stubs.stream().filter(parents::contains).toList();
        return new Diagnosis(
                "names only",
                true,
                Plural.of(stubs.size(), "model") + " without traits and scores"
                        + (matter.isEmpty() ? "" : ", such as " + some(matter)),
                stubs.isEmpty()
                        ? ""
                        : "A typing error? Forget it: eyrie forget --model ID. Else describe it: eyrie import"
                                + " huggingface --help, or a row of models.csv");
    }

    /** How much of models x benchmarks is measured, and where one more run would help most. */
    Diagnosis cells() {
        long scores =
                coverage.stream().mapToLong(ScoreStore.Coverage::evaluated).sum();
        long all = coverage.stream().mapToLong(ScoreStore.Coverage::models).sum();
        Set<ModelId> measured = new HashSet<>();
        stores.scores().all().forEach(score -> measured.add(score.model()));
        List<ModelId> bare = stores.lineage().everything().models().stream()
                .map(Model::id)
                .filter(id -> !measured.contains(id))
                .toList();
        return new Diagnosis(
                "cells",
                true,
                scores + " of " + all + " measured; " + Plural.of(bare.size(), "model") + " without a score",
                scores == 0
                        ? ""
                        : bare.isEmpty()
                                ? "What to run next: eyrie next-evaluations --help"
                                : "What to run next: eyrie next-evaluations --model " + bare.get(0));
    }

    private static String some(List<ModelId> models) {
        return models.stream().limit(NAMED).map(ModelId::value).collect(Collectors.joining(", "))
                + (models.size() > NAMED ? ", ..." : "");
    }
}

package org.eyrie.spark;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.fit.ItemContents;
import org.eyrie.engine.fit.ItemSource;
import org.eyrie.engine.fit.Numbering;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.model.Evaluation;
import org.eyrie.task.Progress;

/** No item is known: whole benchmarks are fitted alone. */
record NoOutcomes() implements ItemSource {

    @Override
    public List<Evaluation> measured(List<Evaluation> measured) {
        return measured;
    }

    @Override
    public List<Evaluation> corrected(List<Evaluation> measured) {
        return measured;
    }

    @Override
    public Collection<? extends Record> identity() {
        return List.of();
    }

    @Override
    public Optional<ItemContents> fit(
            Numbering numbering, FamilyPosterior field, FitSettings settings, Progress progress) {
        return Optional.empty();
    }
}

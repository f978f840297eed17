package org.eyrie.engine.fit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.model.Evaluation;
import org.eyrie.task.Progress;

/** Outcomes that stand in the store with their scores. */
record StoredItems(ItemFitting.Known known) implements ItemSource {

    @Override
    public List<Evaluation> measured(List<Evaluation> measured) {
        return measured;
    }

    @Override
    public List<Evaluation> corrected(List<Evaluation> measured) {
        return PartialScores.from(known).corrected(measured, known.evaluations());
    }

    @Override
    public Collection<? extends Record> identity() {
        return known.evaluations();
    }

    @Override
    public Optional<ItemContents> fit(
            Numbering numbering, FamilyPosterior field, FitSettings settings, Progress progress) {
        return ItemFitting.fit(known, numbering, field, settings, progress);
    }
}

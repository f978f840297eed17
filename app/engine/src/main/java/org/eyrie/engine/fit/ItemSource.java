package org.eyrie.engine.fit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.model.Evaluation;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;

/** Outcomes of single items that a fit learns from, and who learns: here ({@link StoredItems}) or on many machines. */
public interface ItemSource {

    /**
     * Scores, with those that stand in the outcomes alone.
     *
     * @param measured as they stand in the store
     */
    List<Evaluation> measured(List<Evaluation> measured);

    /** The same scores, those of some items only corrected for which items they are. */
    List<Evaluation> corrected(List<Evaluation> measured);

    /** What the outcomes are, for a fingerprint: equal where they are. */
    Collection<? extends Record> identity();

    /**
     * Learns items.
     *
     * @param field of whole benchmarks, over the models of {@code numbering}
     * @return empty where no benchmark has enough models
     * @throws CancelledException if {@code progress} asks for it
     */
    Optional<ItemContents> fit(Numbering numbering, FamilyPosterior field, FitSettings settings, Progress progress);
}

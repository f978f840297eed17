package org.eyrie.engine.ask;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eyrie.engine.fit.FitContents;
import org.eyrie.lrmf.posterior.SharedPart;
import org.eyrie.model.Fault;
import org.eyrie.model.Fit;
import org.eyrie.model.GraphState;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.NoFitException;
import org.eyrie.model.Stores;
import org.jspecify.annotations.Nullable;

/** Knows the latest fit. It is ten megabytes and takes longer to unpack than a family to solve, hence the last one
 * unpacked is kept. */
final class Fits {

    private final Stores stores;
    private final AtomicReference<@Nullable CurrentFit> kept = new AtomicReference<>();

    Fits(Stores stores) {
        this.stores = stores;
    }

    /**
     * The latest fit of a state.
     *
     * @throws NoFitException if there is none yet
     * @throws InvalidInputException if this version of the program cannot read it
     */
    CurrentFit of(GraphState state) {
        Fit listed = state.fit().orElseThrow(NoFitException::new);
        boolean stale = state.dataVersion() != listed.dataVersion();
        CurrentFit last = kept.get();
        if (last == null || !last.fit().equals(listed)) {
            // Deleted since it was listed, it is as if it had never been.
            last = unpacked(stores.fits().find(listed.id()).orElseThrow(NoFitException::new), stale);
        } else if (last.stale() != stale) {
            last = last.withStale(stale);
        }
        kept.set(last);
        return last;
    }

    private static CurrentFit unpacked(Fit fit, boolean stale) {
        try {
            FitContents contents = FitContents.of(fit);
            SharedPart shared = SharedPart.fromBytes(contents.learned().bytes());
            return new CurrentFit(
                    fit.withoutShared(),
                    contents.dictionary(),
                    contents.baselines(),
                    contents.spread(),
                    shared,
                    ItemKnowledge.of(contents.items()),
                    stale);
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidInputException(
                    "The latest fit cannot be read",
                    List.of(new Fault("fit " + fit.id(), unreadable.getMessage() + " \"eyrie fit\" makes a new one.")));
        }
    }
}

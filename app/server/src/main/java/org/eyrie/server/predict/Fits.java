package org.eyrie.server.predict;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eyrie.lrmf.fit.SharedPart;
import org.eyrie.model.Fault;
import org.eyrie.model.Fit;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.NoFitException;
import org.eyrie.server.fit.FitContents;
import org.eyrie.server.stores.Stores;
import org.jspecify.annotations.Nullable;

/** Knows the latest fit. Unpacking takes longer than solving a family, hence the last one unpacked is kept. */
final class Fits {

    private final Stores stores;
    private final AtomicReference<@Nullable CurrentFit> kept = new AtomicReference<>();

    Fits(Stores stores) {
        this.stores = stores;
    }

    /**
     * The fit that ended last.
     *
     * @throws NoFitException if there is none yet
     * @throws InvalidInputException if this version of the program cannot read it
     */
    CurrentFit latest() {
        Fit fit = stores.fits().latest().orElseThrow(NoFitException::new);
        boolean stale = stores.facts().version() != fit.dataVersion();
        CurrentFit last = kept.get();
        if (last == null || !last.fit().id().equals(fit.id())) {
            last = unpacked(fit, stale);
        } else if (last.stale() != stale) {
            last = new CurrentFit(fit, last.dictionary(), last.baselines(), last.shared(), stale);
        }
        kept.set(last);
        return last;
    }

    private static CurrentFit unpacked(Fit fit, boolean stale) {
        try {
            FitContents contents = FitContents.of(fit);
            SharedPart shared = SharedPart.fromBytes(contents.learned().bytes());
            return new CurrentFit(fit, contents.dictionary(), contents.baselines(), shared, stale);
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidInputException(
                    "The latest fit cannot be read",
                    List.of(new Fault("fit " + fit.id(), unreadable.getMessage() + " \"eyrie fit\" makes a new one.")));
        }
    }
}

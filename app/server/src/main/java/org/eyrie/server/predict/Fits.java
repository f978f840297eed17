package org.eyrie.server.predict;

import java.util.concurrent.atomic.AtomicReference;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;
import org.eyrie.model.NoFitException;
import org.eyrie.server.fit.FitContents;
import org.eyrie.server.stores.Stores;
import org.jspecify.annotations.Nullable;

/** Knows the latest fit. Unpacking takes longer than solving a family, hence the last one unpacked is kept. */
final class Fits {

    private final Stores stores;
    private final AtomicReference<@Nullable Unpacked> kept = new AtomicReference<>();

    Fits(Stores stores) {
        this.stores = stores;
    }

    /** @throws NoFitException if there is none yet */
    CurrentFit latest() {
        Fit fit = stores.fits().latest().orElseThrow(NoFitException::new);
        return new CurrentFit(fit, contents(fit), stores.facts().version() != fit.dataVersion());
    }

    private FitContents contents(Fit fit) {
        Unpacked last = kept.get();
        if (last != null && last.id().equals(fit.id())) {
            return last.contents();
        }
        FitContents contents = FitContents.of(fit);
        kept.set(new Unpacked(fit.id(), contents));
        return contents;
    }

    private record Unpacked(FitId id, FitContents contents) {}
}

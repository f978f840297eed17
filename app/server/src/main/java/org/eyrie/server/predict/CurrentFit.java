package org.eyrie.server.predict;

import java.util.List;
import org.eyrie.model.Fit;
import org.eyrie.server.fit.FitContents;

/**
 * The fit that predictions come from.
 *
 * @param contents the fit's shared part, unpacked
 * @param stale whether the data changed since
 */
record CurrentFit(Fit fit, FitContents contents, boolean stale) {

    List<String> warnings() {
        return stale
                ? List.of("The data changed since fit " + fit.id() + " was made: \"eyrie fit\" makes a new one.")
                : List.of();
    }
}

package org.eyrie.server.cli.trial;

import org.eyrie.lrmf.trial.screening.ScreeningTrial;
import org.eyrie.server.out.Table;

/** What choosing among the unmeasured children of a model found, as a table. */
final class ScreeningBacktestTable {

    private ScreeningBacktestTable() {}

    static Table of(ScreeningTrial.Outcome outcome) {
        Table table = new Table("budget", "chooser", "best", "closed");
        outcome.figures()
                .forEach(figure -> table.row(figure.budget(), figure.chooser(), figure.best(), figure.closed()));
        return table;
    }

    static String legend(ScreeningTrial.Outcome outcome) {
        return outcome.families() + " models with " + outcome.candidates()
                + " measured children; everything made of them"
                + " was hidden. best: the highest measured mean among the children chosen; closed: the share of the way"
                + " from random choice to the best child.";
    }
}

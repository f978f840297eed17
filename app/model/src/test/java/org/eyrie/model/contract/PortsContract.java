package org.eyrie.model.contract;

import org.eyrie.model.FactStore;
import org.eyrie.model.FitStore;
import org.eyrie.model.HistoryStore;
import org.eyrie.model.LineageStore;
import org.eyrie.model.RecipeStore;
import org.eyrie.model.ScoreStore;
import org.eyrie.model.Stores;
import org.junit.jupiter.api.BeforeEach;

/** What all suites share: an empty graph before each test. */
public abstract class PortsContract {

    protected FactStore facts;
    protected LineageStore lineage;
    protected ScoreStore scores;
    protected FitStore fits;
    protected RecipeStore recipes;
    protected HistoryStore history;

    /** The ports of an implementation over a graph without anything in it. */
    protected abstract Stores empty();

    @BeforeEach
    final void startEmpty() {
        Stores ports = empty();
        facts = ports.facts();
        lineage = ports.lineage();
        scores = ports.scores();
        fits = ports.fits();
        recipes = ports.recipes();
        history = ports.history();
    }
}

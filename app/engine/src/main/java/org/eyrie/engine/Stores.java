package org.eyrie.engine;

import org.eyrie.model.FactStore;
import org.eyrie.model.FitStore;
import org.eyrie.model.LineageStore;
import org.eyrie.model.RecipeStore;
import org.eyrie.model.ScoreStore;

/** The ports to one database. */
public record Stores(LineageStore lineage, ScoreStore scores, FitStore fits, FactStore facts, RecipeStore recipes) {}

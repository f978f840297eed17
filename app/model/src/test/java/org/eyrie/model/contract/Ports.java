package org.eyrie.model.contract;

import org.eyrie.model.FactStore;
import org.eyrie.model.FitStore;
import org.eyrie.model.LineageStore;
import org.eyrie.model.RecipeStore;
import org.eyrie.model.ScoreStore;

/** The five ports over one graph. */
public record Ports(FactStore facts, LineageStore lineage, ScoreStore scores, FitStore fits, RecipeStore recipes) {}

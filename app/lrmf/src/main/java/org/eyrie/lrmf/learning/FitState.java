package org.eyrie.lrmf.learning;

import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.field.Strengths;
import org.eyrie.lrmf.observation.ColumnParameters;

/** Where learning stands: what was learned, and the posterior under it. */
public record FitState(ColumnParameters columns, Strengths strengths, FieldPosterior posterior, double objective) {}

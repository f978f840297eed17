package org.eyrie.lrmf.fit;

import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.field.Strengths;

/** Where learning stands: what was learned, and the posterior under it. */
record FitState(Columns columns, Strengths strengths, FieldPosterior posterior, double objective) {}

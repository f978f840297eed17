/**
 * Gaussian fields over the nodes of a graph: residuals kept small by learned strengths, data at single nodes, the posterior
 * of all nodes. Knows nodes and terms; does not know which of them are models, nor what learning is.
 *
 * <ol>
 *   <li>{@link org.eyrie.lrmf.field.PenaltyTerms}: which nodes each residual joins, and with what.
 *   <li>{@link org.eyrie.lrmf.field.FieldStructure} analyses them once: an elimination order and where the factor's blocks
 *       are. Too many, and {@code Cutting} looks for the entries to {@code Cut}.
 *   <li>{@link org.eyrie.lrmf.field.FieldSolver}, for every {@link org.eyrie.lrmf.field.Strengths} and {@link
 *       org.eyrie.lrmf.field.NodeEvidence}: {@code Solving} assembles the posterior precision, factorises it and finds the
 *       means; where data at a few nodes changed, only what is above them is factorised again.
 *   <li>{@link org.eyrie.lrmf.field.FixedEffectSystem} has the fixed effects at their best, the nodes integrated out, by
 *       products ({@code FixedEffectProducts}).
 *   <li>Of a field that was cut, {@code CutReplicas} stand in for what lies behind a cut, and {@code WholeField} makes the
 *       means exact.
 *   <li>{@link org.eyrie.lrmf.field.FieldPosterior}: means, covariances when asked for, log-evidence; {@link
 *       org.eyrie.lrmf.field.ResidualMoments}, all that learning asks; {@link org.eyrie.lrmf.field.ResidualScore}, which
 *       term is unusual.
 * </ol>
 *
 * <p>Part of a field by itself: where the rest is known, the nodes in common are a {@link org.eyrie.lrmf.field.Boundary};
 * where nobody has solved for them yet, {@link org.eyrie.lrmf.field.ReducedField} says what the part has to say of them.
 * {@link org.eyrie.lrmf.field.Laplacian} is the published form's, pairs and nothing else.
 */
@NullMarked
package org.eyrie.lrmf.field;

import org.jspecify.annotations.NullMarked;

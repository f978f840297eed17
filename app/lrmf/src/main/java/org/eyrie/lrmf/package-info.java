/**
 * The method: forecasts of benchmark scores from lineage. Arrays in, forecasts out; knows EJML and not
 * Neo4j, and of names only whether they are alike.
 *
 * <p>Its packages, in the order in which the method is told, each with the class to start at:
 *
 * <ol>
 *   <li>{@code problem}, the question: {@link org.eyrie.lrmf.problem.Problem}.
 *   <li>{@code math}, small mathematics, each once, and threads that change no digit: {@link
 *       org.eyrie.lrmf.math.TicketPool}.
 *   <li>{@code linalg}, sparse matrices of small blocks: {@link org.eyrie.lrmf.linalg.BlockCholesky}.
 *   <li>{@code parts}, parts of a whole that may lie anywhere: {@link org.eyrie.lrmf.parts.SpreadParts}.
 *   <li>{@code field}, Gaussian fields over the nodes of a graph: {@link org.eyrie.lrmf.field.FieldSolver}.
 *   <li>{@code prior}, from a lineage to a field: {@link org.eyrie.lrmf.prior.FieldPlan}.
 *   <li>{@code observation}, what a measured score says of its model: {@link org.eyrie.lrmf.observation.ObservedCells}.
 *   <li>{@code crowd}, what models expect that need not be relatives: {@link org.eyrie.lrmf.crowd.CrowdLearning}.
 *   <li>{@code statistics}, the two steps of learning and what passes between them: {@link
 *       org.eyrie.lrmf.statistics.EStep}.
 *   <li>{@code learning}, both in turn until nothing moves: {@link org.eyrie.lrmf.learning.LrmfFit}.
 *   <li>{@code posterior}, what a fit leaves behind, and its answers: {@link org.eyrie.lrmf.posterior.SharedPart}.
 *   <li>{@code choice}, which of many models to measure: {@link org.eyrie.lrmf.choice.BatchChoice}.
 *   <li>{@code outcomes}, factorisation of single outcomes: {@link org.eyrie.lrmf.outcomes.OutcomeFit}.
 *   <li>{@code items}, single outcomes on what the field knows: {@link org.eyrie.lrmf.items.ItemFit}.
 *   <li>{@code trial}, known scores hidden and forecast, ours beside what it must beat: {@link
 *       org.eyrie.lrmf.trial.protocol.Backtest}.
 * </ol>
 *
 * <p>One item's forecast, step by step. {@link org.eyrie.lrmf.learning.LrmfFit} learns from a {@link
 * org.eyrie.lrmf.problem.Problem} what all families share, a {@link org.eyrie.lrmf.posterior.SharedPart}; {@link
 * org.eyrie.lrmf.items.ItemFit} learns items, and how skills follow from the field, an {@link
 * org.eyrie.lrmf.items.ItemShared}. When a model is asked about, {@code SharedPart} solves its family: {@link
 * org.eyrie.lrmf.prior.FieldPlan} makes a {@link org.eyrie.lrmf.prior.LineageField} of the lineage, {@link
 * org.eyrie.lrmf.field.FieldStructure} analyses it, {@link org.eyrie.lrmf.observation.CellEvidence} adds the measured scores,
 * {@link org.eyrie.lrmf.field.FieldSolver} solves, and a {@link org.eyrie.lrmf.posterior.FamilyPosterior} stands, which has
 * the model's {@link org.eyrie.lrmf.posterior.Ability}. {@code ItemShared} takes it from there: {@code AbilityLink} turns
 * the ability into expected skills, {@code Relatives} say what their own items told beyond that, {@link
 * org.eyrie.lrmf.items.ModelItems} conditions the {@link org.eyrie.lrmf.outcomes.SkillPosterior} on the outcomes that the
 * model has, and answers with an {@link org.eyrie.lrmf.items.ItemEstimate}.
 */
@NullMarked
package org.eyrie.lrmf;

import org.jspecify.annotations.NullMarked;

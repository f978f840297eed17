/**
 * Asking a fit: predictions, planned models, explanations, leaderboards, single items, suspicious lineage. {@link
 * org.eyrie.engine.ask.Asking} has them all. Every answer takes the same way:
 *
 * <ol>
 *   <li>{@code FamilySolver} gives a {@code Moment}: the state of the graph, its facts ({@link org.eyrie.engine.graph}, in
 *       memory where a service has answered before) and its fit, unpacked by {@code Fits} as a {@code CurrentFit};
 *   <li>{@code AskedBenchmarks}: which benchmarks the answer is about;
 *   <li>the family, with scores of part of the items corrected by {@code PartialRuns}, numbered, and solved with the fit: a
 *       {@code SolvedFamily}, which {@code KeptFamilies} has for all its members;
 *   <li>{@code Forecasts}: one {@link org.eyrie.engine.ask.Forecast} per benchmark off the solved family, with what it
 *       rests on and warnings;
 *   <li>the question's own part. {@link org.eyrie.engine.ask.Explanations} takes a forecast apart and {@code Wording}
 *       puts the parts into words; {@link org.eyrie.engine.ask.WhatIf} had put a model that does not exist into the family
 *       before; {@link org.eyrie.engine.ask.NextEvaluations} asks what a measurement would tell, {@code HowGood} for one
 *       model and {@code WhoIsBest} among several, at {@code RunCosts}; {@link org.eyrie.engine.ask.ItemAnswers} goes on
 *       from whole benchmarks to items through {@code ModelItemSolver}, which makes {@code SolvedModelItems} of what
 *       {@code ItemKnowledge} knows.
 * </ol>
 */
@NullMarked
package org.eyrie.engine.ask;

import org.jspecify.annotations.NullMarked;

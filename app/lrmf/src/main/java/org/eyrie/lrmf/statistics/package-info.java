/**
 * The two steps of expectation maximisation, and what passes between them.
 *
 * <ol>
 *   <li>{@link org.eyrie.lrmf.statistics.EStep}: a family under given {@link org.eyrie.lrmf.statistics.SharedParameters} says
 *       what it has to say about the nodes that families share (a Schur complement), and, once these are known, about all
 *       parameters: {@link org.eyrie.lrmf.statistics.FamilyStatistics}.
 *   <li>The sum of the families' statistics is the whole's. {@link org.eyrie.lrmf.statistics.FamilyByFamily} makes it of
 *       families each by itself, {@link org.eyrie.lrmf.statistics.OneField} of all at once; both are an {@link
 *       org.eyrie.lrmf.statistics.Expectation}.
 *   <li>{@link org.eyrie.lrmf.statistics.MStep} makes the next parameters of the sum and of what was believed beforehand
 *       ({@link org.eyrie.lrmf.statistics.ParameterPrior}).
 * </ol>
 */
@NullMarked
package org.eyrie.lrmf.statistics;

import org.jspecify.annotations.NullMarked;

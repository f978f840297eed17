/**
 * The two steps of expectation maximisation, and what passes between them.
 *
 * <ol>
 *   <li>{@link org.eyrie.lrmf.statistics.EStep}: a family, or any other part, under given {@link
 *       org.eyrie.lrmf.statistics.SharedParameters} says what it has to say about the nodes that parts share (a Schur
 *       complement), and, once these are known, about all parameters: {@link org.eyrie.lrmf.statistics.FamilyStatistics}.
 *   <li>The sum of the parts' statistics is the whole's. {@link org.eyrie.lrmf.statistics.PartByPart} makes it of families
 *       each by itself, or of the pieces of one field ({@link org.eyrie.lrmf.statistics.FieldInPieces}), wherever they lie;
 *       {@link org.eyrie.lrmf.statistics.OneField} of all at once. Both are an {@link
 *       org.eyrie.lrmf.statistics.Expectation}.
 *   <li>{@link org.eyrie.lrmf.statistics.MStep} makes the next parameters of the sum and of what was believed beforehand
 *       ({@link org.eyrie.lrmf.statistics.ParameterPrior}).
 * </ol>
 */
@NullMarked
package org.eyrie.lrmf.statistics;

import org.jspecify.annotations.NullMarked;

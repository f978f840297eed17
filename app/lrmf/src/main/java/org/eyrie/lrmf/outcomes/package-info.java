/**
 * Logistic factorisation of single outcomes: P(model u succeeds at column i) = σ(m_u · x_i + b_i). Majorises the logistic
 * loss by a quadratic (Polson, Scott and Windle 2013; Jaakkola and Jordan 2000), so that every step is a linear solve.
 *
 * <p>In the order in which things happen ({@code OutcomeFit} runs it, {@code OutcomeSweep} is one fit under way):
 *
 * <ol>
 *   <li>{@code OutcomeTable}: the outcomes, by model and by column; with {@code LineageGraph}, {@code ColumnTies} and
 *       {@code Covariates} they are an {@code OutcomeProblem}.
 *   <li>{@code StartingPoint}: the first {@code Factors}, which lie in memory as {@code PaddedRank} says.
 *   <li>Every sweep, {@code ModelStep}: {@code RowStatistics} collects each model's quadratic, block by block with a {@code
 *       Kernel} ({@code KernelSelection}: {@code VectorKernel} or {@code PlainKernel}) at the weights of {@code PolyaGamma};
 *       {@code SkillField} solves for all models at once, tied as {@code LineageTerms} say or not at all; {@code SkillPrior}
 *       learns strengths and, as {@code SkillLink}, what covariates say of skills.
 *   <li>Then {@code ColumnStep}: the same quadratics by column are {@code ColumnStatistics}, which add up over models;
 *       {@code ColumnSolver} solves for each column around what {@code ColumnPrior} expects, and {@code ColumnPriorLearning}
 *       learns that.
 *   <li>{@code ConvergenceProbe}: whether predictions still move. The result is an {@code OutcomeModel}; what all models
 *       share is {@code OutcomeShared}.
 *   <li>Afterwards, for one model: {@code SkillPosterior}, its skills, taking in further outcomes by {@code QuadraticBound};
 *       {@code ScoreForecast}, all columns of a group together; {@code NextItems}, which to ask next.
 * </ol>
 *
 * <p>Models that lineage does not tie may lie anywhere, in {@code OutcomeChunks} of {@code OutcomeChunk}s that each have a {@code
 * ChunkState}: {@code ChunkedFit} is the same fit of them ({@code ChunkedSweep}, and {@code ChunkSweep} where the chunks lie),
 * equal to the last bit, since {@code OutcomeSweep} too adds up chunk by chunk ({@code LinkSums}, {@code StrengthSums}, {@code
 * RowStatistics}).
 */
@NullMarked
package org.eyrie.lrmf.outcomes;

import org.jspecify.annotations.NullMarked;

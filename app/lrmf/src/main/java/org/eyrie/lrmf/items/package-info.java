/**
 * Items of benchmarks: what a model answers, and from a few answers the whole benchmark. Joins the field over whole
 * benchmarks, which knows how good a model should be, with the factorisation of single outcomes, which knows the items.
 *
 * <p>A fit, {@code ItemFit}, once for all models of an {@code ItemProblem}:
 *
 * <ol>
 *   <li>{@code ItemFitInputs}: what the field says of every model, in the units of {@code AbilityScale}.
 *   <li>{@link org.eyrie.lrmf.outcomes.OutcomeFit}: items, and how skills follow from abilities.
 *   <li>{@code ItemResiduals}: what each model's own items told beyond that ({@code ItemResidual}); {@code
 *       InheritanceLearning}: how far relatives ({@code Kinships}) tell of each other.
 *   <li>{@code ForecastErrors}: models are hidden in folds, all of the above is learned without them ({@code HiddenFold}),
 *       their benchmarks are forecast from a few items ({@code ForecastTrial}), and {@code ForecastCalibration} keeps how far
 *       forecasts erred.
 *   <li>{@code ItemShared}: all that was learned; {@code ItemCodec} makes it bytes.
 * </ol>
 *
 * <p>The outcomes may lie in one table or in chunks on many machines ({@code ChunkedItems}); who goes over them is an {@code
 * ItemEngine}, {@code WholeTable} or {@code ChunkedTable}, and all else does not know. {@code KinPairs} keeps what is read of
 * single models' items within bounds.
 *
 * <p>An answer, one model's {@code ItemShared.solve}:
 *
 * <ol>
 *   <li>{@code Relatives}: who is known item by item ({@code Kinships}; {@code KnownRelative} of those that only the fit
 *       remembers), and what their residuals say, {@code Inheritance.Word}.
 *   <li>{@code AbilityLink}: skills to be expected of what the field knows of the model, its scores on benchmarks that are
 *       known item by item left out ({@code ItemizedBenchmarks}); the word of relatives moves them.
 *   <li>{@code ModelItems}: conditioned on the model's own outcomes; asked for one item ({@code ItemEstimate}), a whole
 *       benchmark ({@code BenchmarkForecast}, as wide as {@code ForecastCalibration} says for a model {@code ColdOrInformed})
 *       and what to run next ({@code NextStep}).
 * </ol>
 *
 * <p>The other way round, {@code PartialScore} tells the field what a few items say of a whole benchmark. {@code
 * ItemBacktest} measures all of it ({@code ItemTally}, {@code ItemLoss}, {@code ItemTrial}).
 */
@NullMarked
package org.eyrie.lrmf.items;

import org.jspecify.annotations.NullMarked;

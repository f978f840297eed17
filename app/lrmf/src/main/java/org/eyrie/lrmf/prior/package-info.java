/**
 * From lineage and traits to a Gaussian field: clades, author effects, terms of every derivation. The mapping depends on
 * a connected family alone, so that a family taken by itself gets the same terms as within the whole.
 *
 * <ol>
 *   <li>{@code Components} parts the lineage into families; {@code Parentage} has every model's parents with their shares,
 *       {@code Kin} its architecture and size, its relatives' where it says nothing.
 *   <li>{@link org.eyrie.lrmf.prior.FamilyCensus} counts what each family has that others may have too; the counts of all
 *       families are the sum of theirs.
 *   <li>{@link org.eyrie.lrmf.prior.SharedDictionary} settles what families must agree on: {@link
 *       org.eyrie.lrmf.prior.TermClasses}, which terms share a strength; {@link org.eyrie.lrmf.prior.FixedEffects}; and, by
 *       {@link org.eyrie.lrmf.prior.NodeKey}, the shared nodes.
 *   <li>{@link org.eyrie.lrmf.prior.FieldPlan} makes the field: of the whole, or of a family on a dictionary that stands.
 *       {@code FieldAssembly} writes a {@code PlannedTerm} per model and per node above models, {@code Mixture} where parents
 *       are very many, {@code NodeNumbers} numbers the nodes.
 *   <li>{@link org.eyrie.lrmf.prior.LineageField}: the terms, and which node is what.
 *   <li>Learning adds the strengths: {@link org.eyrie.lrmf.prior.LearnedPrior}.
 * </ol>
 */
@NullMarked
package org.eyrie.lrmf.prior;

import org.jspecify.annotations.NullMarked;

/**
 * From lineage and traits to a Gaussian field: clades, author effects, terms of every derivation. The mapping depends on
 * a connected family alone, so that a family taken by itself gets the same terms as within the whole.
 */
@NullMarked
package org.eyrie.lrmf.prior;

import org.jspecify.annotations.NullMarked;

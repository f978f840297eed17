/**
 * Gaussian fields over the nodes of a graph: residual terms with learned strengths, data terms, posterior, learning by
 * expectation maximisation. Knows nodes and terms; does not know which of them are models.
 */
@NullMarked
package org.eyrie.lrmf.field;

import org.jspecify.annotations.NullMarked;

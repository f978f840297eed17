/**
 * Sparse symmetric matrices of small dense blocks: elimination order, Cholesky factor, solutions, selected inverse.
 * Knows primitive arrays and nothing of lineage.
 */
@NullMarked
package org.eyrie.lrmf.linalg;

import org.jspecify.annotations.NullMarked;

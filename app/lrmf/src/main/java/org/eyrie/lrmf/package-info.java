/** Laplacians and factorisation over plain indices. Knows EJML; knows no model ids, no Neo4j. */
@NullMarked
package org.eyrie.lrmf;

import org.jspecify.annotations.NullMarked;

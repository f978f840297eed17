/** The files under {@code cypher/}: Java holds no Cypher. */
@NullMarked
package org.eyrie.store.statement;

import org.jspecify.annotations.NullMarked;

/** A whole import as files that Neo4j's import tool reads: what is in the graph afterwards is what writing would have put there. */
@NullMarked
package org.eyrie.store.bulk;

import org.jspecify.annotations.NullMarked;

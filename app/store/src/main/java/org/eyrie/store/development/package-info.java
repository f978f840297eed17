/** Searches for merges in the graph, written as they happen. */
@NullMarked
package org.eyrie.store.development;

import org.jspecify.annotations.NullMarked;

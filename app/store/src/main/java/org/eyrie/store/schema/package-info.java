/** Constraints and indexes, brought about by the files under {@code migrations/}. */
@NullMarked
package org.eyrie.store.schema;

import org.jspecify.annotations.NullMarked;

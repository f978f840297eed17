/** Questions that people ask by name, and their answers as JSON can carry them. */
@NullMarked
package org.eyrie.store.query;

import org.jspecify.annotations.NullMarked;

/** Our vocabulary as the parameters and rows of statements; null where a detail is unknown, and then left out of writes. */
@NullMarked
package org.eyrie.store.row;

import org.jspecify.annotations.NullMarked;

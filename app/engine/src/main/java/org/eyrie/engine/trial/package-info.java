/** Experiments on whatever is in the database. */
@NullMarked
package org.eyrie.engine.trial;

import org.jspecify.annotations.NullMarked;

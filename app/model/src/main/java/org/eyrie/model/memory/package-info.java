/** The ports over plain collections: for tests, and for work on a graph that need not outlive the program. */
@NullMarked
package org.eyrie.model.memory;

import org.jspecify.annotations.NullMarked;

/** Questions, and whether a model answers them. */
@NullMarked
package org.eyrie.llama.items;

import org.jspecify.annotations.NullMarked;

/** The families that come with the program. */
@NullMarked
package org.eyrie.llama.shipped;

import org.jspecify.annotations.NullMarked;

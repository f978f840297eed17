/** A search's record as whoever chooses looks at it: contenders and what they solved. */
@NullMarked
package org.eyrie.develop.contest;

import org.jspecify.annotations.NullMarked;

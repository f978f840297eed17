/** All models side by side: what was measured and what is predicted, filtered, sorted and ranked. */
@NullMarked
package org.eyrie.engine.board;

import org.jspecify.annotations.NullMarked;

/** Small mathematics that several packages need, each once. */
@NullMarked
package org.eyrie.lrmf.math;

import org.jspecify.annotations.NullMarked;

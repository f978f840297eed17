/**
 * New programs, from nothing or from others. Whatever comes out was read by the parser: it is valid, or it does not come
 * out.
 */
@NullMarked
package org.eyrie.program.variation;

import org.jspecify.annotations.NullMarked;

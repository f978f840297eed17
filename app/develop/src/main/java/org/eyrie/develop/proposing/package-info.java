/** Who writes programs without a language model. */
@NullMarked
package org.eyrie.develop.proposing;

import org.jspecify.annotations.NullMarked;

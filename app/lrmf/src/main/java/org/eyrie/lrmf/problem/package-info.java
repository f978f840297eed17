/** The question: who was made from whom, what else is known of the models, and what was measured. Indices, no names. */
@NullMarked
package org.eyrie.lrmf.problem;

import org.jspecify.annotations.NullMarked;

/**
 * Runs programs: one tensor after the other, each in pieces. {@link org.eyrie.program.run.TensorGroup} is what it reads,
 * {@link org.eyrie.program.run.TensorSink} where it writes; who has weights brings both.
 */
@NullMarked
package org.eyrie.program.run;

import org.jspecify.annotations.NullMarked;

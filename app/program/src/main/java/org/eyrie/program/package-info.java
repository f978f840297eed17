/**
 * Programs that merge models. {@link org.eyrie.program.Program} reads one, {@code run} runs it, {@code variation} makes
 * others of it, {@code grammar} tells language models how one is written.
 */
@NullMarked
package org.eyrie.program;

import org.jspecify.annotations.NullMarked;

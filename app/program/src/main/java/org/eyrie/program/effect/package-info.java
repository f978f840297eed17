/** What a merge does to its parents, read off the tensors: those that a program would make, or those of a model on disk. */
@NullMarked
package org.eyrie.program.effect;

import org.jspecify.annotations.NullMarked;

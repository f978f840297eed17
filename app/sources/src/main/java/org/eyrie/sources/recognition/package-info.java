/** Tells by its content what a file is, and which source reads it. Knows every source that reads files. */
@NullMarked
package org.eyrie.sources.recognition;

import org.jspecify.annotations.NullMarked;

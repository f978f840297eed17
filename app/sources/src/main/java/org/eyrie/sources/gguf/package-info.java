/** Headers of GGUF files. */
@NullMarked
package org.eyrie.sources.gguf;

import org.jspecify.annotations.NullMarked;

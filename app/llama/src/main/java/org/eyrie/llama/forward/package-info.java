/** The network: a shape and tensors in, logits out. Indices and arrays only. */
@NullMarked
package org.eyrie.llama.forward;

import org.jspecify.annotations.NullMarked;

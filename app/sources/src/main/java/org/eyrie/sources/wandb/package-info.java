/** Tables of runs as Weights &amp; Biases exports them. */
@NullMarked
package org.eyrie.sources.wandb;

import org.jspecify.annotations.NullMarked;

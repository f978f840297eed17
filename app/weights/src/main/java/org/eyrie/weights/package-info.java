/**
 * Folders of weights in the safetensors format. {@link org.eyrie.weights.WeightsFolder} reads one,
 * {@link org.eyrie.weights.MergeWriter} writes one shard after the other, {@link org.eyrie.weights.Compatibility} says whether
 * models can be merged at all.
 *
 * <p>Nothing here knows what is done with the numbers.
 */
@NullMarked
package org.eyrie.weights;

import org.jspecify.annotations.NullMarked;

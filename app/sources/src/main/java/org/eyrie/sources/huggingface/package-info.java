/** Lineage, recipes and reported scores from the Hugging Face Hub or a mirror of it. */
@NullMarked
package org.eyrie.sources.huggingface;

import org.jspecify.annotations.NullMarked;

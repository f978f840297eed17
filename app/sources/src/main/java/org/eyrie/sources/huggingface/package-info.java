/**
 * The Hugging Face Hub: lineage walked breadth-first from some models, merge recipes, and scores that models publish.
 */
@NullMarked
package org.eyrie.sources.huggingface;

import org.jspecify.annotations.NullMarked;

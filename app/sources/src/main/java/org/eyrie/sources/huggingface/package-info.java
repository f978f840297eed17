/**
 * The Hugging Face Hub: lineage walked breadth-first from some models, merge recipes, and scores that models publish.
 *
 * <p>Tested against a server of our own that behaves as the Hub's documentation and its Python client say, never
 * against the Hub itself.
 */
@NullMarked
package org.eyrie.sources.huggingface;

import org.jspecify.annotations.NullMarked;

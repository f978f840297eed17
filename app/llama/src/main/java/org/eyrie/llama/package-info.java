/**
 * Small Llamas, run in Java: what a search over merges evaluates its candidates with, where models are small enough.
 *
 * <p>A folder with {@code config.json}, {@code tokenizer.json} and weights becomes a model and a tokenizer; items become
 * tokens, and each is solved or not. Knows the JDK and weights; knows no benchmarks, no Neo4j.
 */
@NullMarked
package org.eyrie.llama;

import org.jspecify.annotations.NullMarked;

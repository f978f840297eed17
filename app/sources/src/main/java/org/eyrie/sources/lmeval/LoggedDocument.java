package org.eyrie.sources.lmeval;

/**
 * A document that lm-evaluation-harness logged.
 *
 * @param task its task, as {@code --tasks} names it
 * @param number its place among the task's documents, from 0, as {@code --samples} chooses it
 * @param hash its identity, {@code doc_hash}, which does not hang on the choice of documents
 */
public record LoggedDocument(String task, int number, String hash) {}

/**
 * The ports of the vocabulary over Neo4j. {@link org.eyrie.store.Neo4jStores} is the door; behind it a call goes down
 * one floor at a time, and never up:
 *
 * <ol>
 *   <li>{@code port}: one class a port, which reads, and {@code write}, which writes facts and keeps their laws; {@code
 *       query}: questions that people ask by name; {@code schema}: constraints and indexes
 *   <li>{@code row}: our vocabulary as statements take and give it
 *   <li>{@code transaction}: statements within a transaction, with its time limit and failures in our words
 *   <li>{@code statement}: the files under {@code cypher/}
 * </ol>
 */
@NullMarked
package org.eyrie.store;

import org.jspecify.annotations.NullMarked;

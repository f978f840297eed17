package org.eyrie.server.searching;

/**
 * What became of an answer.
 *
 * @param number of the order
 * @param counted whether this is what the search goes by: it came first, or says the same as the one that did
 * @param items what was paid for the order
 */
public record CountedAnswer(int number, boolean counted, int items) {}

package org.eyrie.lrmf.outcomes;

/**
 * How all cells are gone over once.
 *
 * @param workers who share the rows
 * @param kernel the inner loops
 * @param spread whether factors carry covariances
 */
record CellPass(Workers workers, Kernel kernel, boolean spread) {}

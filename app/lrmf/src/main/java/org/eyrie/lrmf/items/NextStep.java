package org.eyrie.lrmf.items;

/**
 * An item to run.
 *
 * @param position of the item in its benchmark, from zero
 * @param cost of running it
 * @param width of the forecast's interval that is to be expected once this and all earlier steps were run
 */
public record NextStep(int position, double cost, double width) {}

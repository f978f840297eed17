package org.eyrie.lrmf.items;

/**
 * The chance that a model answers an item correctly.
 *
 * @param probability 0 to 1
 * @param lower lower end of where that chance lies, given what is known of the model and of the item
 * @param upper upper end
 */
public record ItemEstimate(double probability, double lower, double upper) {}

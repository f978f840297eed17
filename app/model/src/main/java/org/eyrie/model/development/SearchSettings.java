package org.eyrie.model.development;

/**
 * What decides a search apart from models and items. Equal settings and equal answers of proposers make equal searches.
 *
 * @param seed of all random numbers; each is a function of it, the round and the purpose, so nothing hangs on an order
 * @param policy name of the way to choose, as {@code SearchPolicies} lists them
 * @param proposer name of who writes programs: {@code grammar}, or an endpoint's
 */
public record SearchSettings(long seed, String policy, String proposer, SearchBudget budget) {}

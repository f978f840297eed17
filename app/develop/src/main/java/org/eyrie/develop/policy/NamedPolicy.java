package org.eyrie.develop.policy;

/**
 * A policy that a search can ask for.
 *
 * @param name as {@link org.eyrie.model.development.SearchSettings#policy()} has it
 * @param description one line, for people
 */
public record NamedPolicy(String name, String description, SearchPolicy policy) {}

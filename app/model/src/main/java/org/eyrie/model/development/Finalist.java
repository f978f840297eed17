package org.eyrie.model.development;

/**
 * A program that will be judged by test items, chosen before any of them is asked.
 *
 * @param role what it is there for, such as {@code leader} or {@code parent}
 */
public record Finalist(String program, String text, String role) {}

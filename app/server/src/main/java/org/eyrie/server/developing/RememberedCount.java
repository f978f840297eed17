package org.eyrie.server.developing;

/**
 * What remembering saved.
 *
 * @param asked outcomes of items that searches asked for
 * @param evaluated those of them that had to be found out
 */
public record RememberedCount(long asked, long evaluated) {}

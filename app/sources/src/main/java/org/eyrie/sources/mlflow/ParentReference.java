package org.eyrie.sources.mlflow;

import org.jspecify.annotations.Nullable;

/**
 * A parent as a tag names it: {@code models:/name/1}, {@code models:/name@alias}, {@code hf:org/name@revision}, or in any
 * other way that models are named.
 *
 * @param text as it stands there
 * @param weight its share, 0 to 1, or null
 */
public record ParentReference(String text, @Nullable Double weight) {}

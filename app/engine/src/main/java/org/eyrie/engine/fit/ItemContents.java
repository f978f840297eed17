package org.eyrie.engine.fit;

import org.eyrie.model.Payload;

/**
 * The part of a stored fit that knows items.
 *
 * @param names what its columns were numbered with
 * @param learned {@link org.eyrie.lrmf.items.ItemShared} as bytes
 */
public record ItemContents(ItemNames names, Payload learned) {}

package org.eyrie.server.predict;

import org.eyrie.lrmf.items.ItemShared;
import org.eyrie.server.fit.ItemContents;
import org.eyrie.server.fit.ItemNames;
import org.jspecify.annotations.Nullable;

/**
 * What a fit knows of items, unpacked.
 *
 * @param names what its columns were numbered with
 * @param shared what families are solved with
 */
record ItemKnowledge(ItemNames names, ItemShared shared) {

    /** @throws IllegalArgumentException if this version of the program cannot read it */
    static @Nullable ItemKnowledge of(@Nullable ItemContents contents) {
        return contents == null
                ? null
                : new ItemKnowledge(
                        contents.names(),
                        ItemShared.fromBytes(contents.learned().bytes()));
    }
}

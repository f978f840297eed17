package org.eyrie.sources.export;

import org.eyrie.model.ModelId;
import org.eyrie.model.Sha256;

/**
 * What nodes are called in a drawing: names of models are no ids there, since ids are single words of few characters. They are
 * told from the names alone, so that nobody has to remember a million of them, and are the same in every drawing.
 */
final class NodeName {

    /** 80 bits: among ten million models two are called alike once in ten billion drawings. */
    private static final int DIGITS = 20;

    private NodeName() {}

    /** A letter and 20 hexadecimal digits. */
    static String of(ModelId model) {
        return "n" + Sha256.hex(model.value()).substring(0, DIGITS);
    }
}

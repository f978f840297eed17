package org.eyrie.lrmf.prior;

/**
 * Terms that share a strength.
 *
 * @param relation of a derivation, else -1
 * @param parents number of parents of a derivation, capped, else 0
 */
public record TermClass(TermKind kind, int relation, int parents) {

    static TermClass of(TermKind kind) {
        return new TermClass(kind, -1, 0);
    }
}

package org.eyrie.lrmf.prior;

import java.util.List;

/**
 * Name of a shared node: its kind and up to four categories of traits, -1 where unknown or where the kind has fewer.
 * Which categories stand where is decided here alone.
 */
public record NodeKey(NodeKind kind, int first, int second, int third, int fourth) {

    /** Half powers of two from a quarter of a billion parameters on: smaller models count as that small. */
    private static final int LEAST_MAGNITUDE = -4;

    private static final int UNKNOWN_MAGNITUDE = Integer.MIN_VALUE;

    static NodeKey root() {
        return new NodeKey(NodeKind.ROOT, -1, -1, -1, -1);
    }

    static NodeKey architecture(int architecture) {
        return new NodeKey(NodeKind.ARCHITECTURE, architecture, -1, -1, -1);
    }

    /** @param size rounded, see {@link Kin#sizeCode} */
    static NodeKey magnitude(int size) {
        int halves = (int) Math.round(2 * Math.log(size / 10.0) / Math.log(2));
        return new NodeKey(
                NodeKind.MAGNITUDE, size < 0 ? UNKNOWN_MAGNITUDE : Math.max(halves, LEAST_MAGNITUDE), -1, -1, -1);
    }

    /** Models of one architecture and rounded size, see {@link Kin#sizeCode}. */
    public static NodeKey size(int architecture, int size) {
        return new NodeKey(NodeKind.SIZE, architecture, size, -1, -1);
    }

    static NodeKey clade(int architecture, int size, int chatTemplate, int type) {
        return new NodeKey(NodeKind.CLADE, architecture, size, chatTemplate, type);
    }

    static NodeKey author(int author, int architecture, int size) {
        return new NodeKey(NodeKind.AUTHOR, architecture, size, author, -1);
    }

    static NodeKey series(int author, int series, int architecture, int size) {
        return new NodeKey(NodeKind.SERIES, architecture, size, author, series);
    }

    /** The nodes whose sum this one's prior is around; none for what is around zero. */
    List<NodeKey> above() {
        return switch (kind) {
            case ROOT, AUTHOR -> List.of();
            case ARCHITECTURE -> List.of(root());
            case MAGNITUDE ->
                first > LEAST_MAGNITUDE ? List.of(new NodeKey(NodeKind.MAGNITUDE, first - 1, -1, -1, -1)) : List.of();
            case SIZE -> List.of(architecture(first), magnitude(second));
            case CLADE -> List.of(size(first, second));
            case SERIES -> List.of(author(third, first, second));
        };
    }

    /** Whether such a node may belong to one family alone; the others are everybody's. */
    boolean isPersonal() {
        return kind == NodeKind.AUTHOR || kind == NodeKind.SERIES;
    }
}

package org.eyrie.lrmf.prior;

/**
 * A systematic step that terms may have in common: derived models with a chat template differ from their parents by so
 * much, models whose names hold a certain word by so much.
 *
 * @param kind what it comes from
 * @param derived whether it is about models with parents; those without are apart
 * @param relation relation to the parents, or -1
 * @param category of the trait
 */
public record FixedEffect(Kind kind, boolean derived, int relation, int category) {

    /** Source of a drift. */
    public enum Kind {
        /** Evaluated with a chat template, or without. */
        TEMPLATE(0),
        /** A kind of training in a relation. */
        TRAINING(1),
        /** A word in the name. */
        WORD(2),
        /** A way of merging in a relation. */
        METHOD(3),
        /** A year of publication. */
        YEAR(4);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** Number of this kind, part of the serialised form. */
        public int code() {
            return code;
        }

        /** The kind of that number. */
        public static Kind ofCode(int code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("No such kind: " + code);
        }
    }
}

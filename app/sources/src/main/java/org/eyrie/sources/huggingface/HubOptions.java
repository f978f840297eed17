package org.eyrie.sources.huggingface;

/**
 * How far a walk goes.
 *
 * @param up generations of ancestors that are looked up, from zero to {@value #MAX_HOPS}; the parents of the last
 *     ones become stubs
 * @param down generations of descendants, likewise
 * @param maxModels how many models are looked up at most, one to {@value #MAX_MODELS}
 */
public record HubOptions(int up, int down, int maxModels) {

    static final int MAX_HOPS = 100;
    static final int MAX_MODELS = 100_000;

    /** Ten generations up, none down, 1,000 models. */
    public static final HubOptions DEFAULT = new HubOptions(10, 0, 1_000);

    public HubOptions {
        check("Generations upward", up, 0, MAX_HOPS);
        check("Generations downward", down, 0, MAX_HOPS);
        check("The limit on models", maxModels, 1, MAX_MODELS);
    }

    private static void check(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " must be " + least + " to " + most + ", not " + value);
        }
    }
}

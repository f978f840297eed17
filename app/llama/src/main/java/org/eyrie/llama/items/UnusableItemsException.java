package org.eyrie.llama.items;

import java.util.List;

/** Items that cannot be asked, with every fault found in them. */
public final class UnusableItemsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;
    private final String source;

    /**
     * @param source where they are from, such as a file's name
     * @param faults at least one, each with its place
     */
    public UnusableItemsException(String source, List<String> faults) {
        super(source + ": " + String.join("; ", faults));
        this.source = source;
        this.faults = List.copyOf(faults);
    }

    public String source() {
        return source;
    }

    public List<String> faults() {
        return faults;
    }
}

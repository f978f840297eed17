package org.eyrie.model;

import java.util.List;

/** Input that was refused, with every fault found in it. */
public final class InvalidInputException extends EyrieException {

    private static final long serialVersionUID = 1L;

    /** How many faults the message lists; {@link #faults()} has all. */
    private static final int LISTED = 20;

    private final transient List<Fault> faults;

    /**
     * @param what what was refused, such as a file's name
     * @param faults at least one
     */
    public InvalidInputException(String what, List<Fault> faults) {
        super(ErrorCode.INVALID_INPUT, message(what, faults));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    private static String message(String what, List<Fault> faults) {
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("Input without faults is not refused: " + what);
        }
        StringBuilder text = new StringBuilder(what)
                .append(": ")
                .append(faults.size())
                .append(faults.size() == 1 ? " fault" : " faults");
        faults.stream().limit(LISTED).forEach(fault -> text.append("\n  ").append(fault));
        if (faults.size() > LISTED) {
            text.append("\n  ... and ").append(faults.size() - LISTED).append(" more");
        }
        return text.toString();
    }
}

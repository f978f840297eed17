package org.eyrie.model;

import java.util.List;

/** There is no such search. */
public final class UnknownSearchException extends EyrieException {

    private static final long serialVersionUID = 1L;

    /** How many of those that there are the message lists. */
    private static final int LISTED = 20;

    /** @param known names of those that there are */
    public UnknownSearchException(String id, List<String> known) {
        super(ErrorCode.UNKNOWN_SEARCH, "There is no search \"" + id + "\". " + cure(id, known));
    }

    private static String cure(String id, List<String> known) {
        if (known.isEmpty()) {
            return "There is none yet; begin one with: eyrie develop start " + id;
        }
        String names = String.join(", ", known.subList(0, Math.min(LISTED, known.size())));
        return "There are " + names
                + (known.size() > LISTED ? " and " + (known.size() - LISTED) + " more: eyrie develop status" : "")
                + ".";
    }
}

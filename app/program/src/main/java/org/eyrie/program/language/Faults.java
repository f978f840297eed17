package org.eyrie.program.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;

/** What is wrong with a text, each with the line it is in and a sign below the character. */
final class Faults {

    /** An excerpt is no longer, so that a program without line ends stays readable. */
    private static final int EXCERPT = 100;

    /** The rest of the text cannot be read. */
    static final class Stop extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stop() {
            super(null, null, false, false);
        }
    }

    private final String text;
    private final List<Placed> faults = new ArrayList<>();

    private record Placed(int at, Fault fault) {}

    Faults(String text) {
        this.text = text;
    }

    /** Notes a fault at a character; reading goes on. */
    void add(int at, String reason) {
        int begin = text.lastIndexOf('\n', Math.min(at, text.length()) - 1) + 1;
        int end = text.indexOf('\n', begin);
        String line = text.substring(begin, end < 0 ? text.length() : end);
        int number =
                (int) text.substring(0, begin).chars().filter(c -> c == '\n').count() + 1;
        int column = at - begin;
        int from = Math.max(0, Math.min(column - EXCERPT / 2, line.length() - EXCERPT));
        String shown =
                line.substring(from, Math.min(line.length(), from + EXCERPT)).replace('\t', ' ');
        faults.add(new Placed(
                at,
                new Fault(
                        "line " + number + ", character " + (column + 1),
                        reason + "\n      " + shown + "\n      " + " ".repeat(column - from) + "^")));
    }

    /** Notes a fault behind which nothing can be read. */
    Stop stop(int at, String reason) {
        add(at, reason);
        return new Stop();
    }

    boolean none() {
        return faults.isEmpty();
    }

    /** To be thrown, with the faults in the order of the text. */
    InvalidInputException refusal(String what) {
        return new InvalidInputException(
                what,
                faults.stream()
                        .sorted(Comparator.comparingInt(Placed::at))
                        .map(Placed::fault)
                        .toList());
    }
}

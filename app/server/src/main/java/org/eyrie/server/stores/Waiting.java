package org.eyrie.server.stores;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;

/**
 * How long a database is waited for, and how long an embedded one waits for us.
 *
 * @param startTimeout how long its start may show no sign of life before it is given up, positive
 * @param linger how long it stays after the command that started it, for the next one; zero for not at all
 * @param query how long any database works on one question before it is stopped, positive
 */
public record Waiting(Duration startTimeout, Duration linger, Duration query) {

    public static final String START_TIMEOUT = "EYRIE_START_TIMEOUT";
    public static final String LINGER = "EYRIE_LINGER";
    public static final String QUERY_TIMEOUT = "EYRIE_QUERY_TIMEOUT";

    /** As usual, but that it ends with whoever started it. */
    public static final Waiting NOT_LINGERING =
            new Waiting(Duration.ofMinutes(2), Duration.ZERO, Duration.ofSeconds(30));

    private static final Duration USUAL_LINGER = Duration.ofMinutes(3);
    private static final int MOST_SECONDS = 86_400;

    /**
     * What the environment says, in seconds; two minutes, three minutes and 30 s where it says nothing.
     *
     * @throws InvalidInputException if that is no number up to 86,400
     */
    public static Waiting of(Map<String, String> environment) {
        return new Waiting(
                seconds(environment, START_TIMEOUT, 1, NOT_LINGERING.startTimeout),
                seconds(environment, LINGER, 0, USUAL_LINGER),
                seconds(environment, QUERY_TIMEOUT, 1, NOT_LINGERING.query));
    }

    private static Duration seconds(Map<String, String> environment, String name, int least, Duration usual) {
        String text = environment.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return usual;
        }
        int seconds = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        if (seconds < least || seconds > MOST_SECONDS) {
            throw new InvalidInputException(
                    "The environment",
                    List.of(new Fault(name, "must be from " + least + " to 86400 seconds, not " + text)));
        }
        return Duration.ofSeconds(seconds);
    }
}

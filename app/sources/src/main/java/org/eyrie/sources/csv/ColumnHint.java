package org.eyrie.sources.csv;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eyrie.model.Nearest;
import org.eyrie.sources.spi.Text;

/** Which column may have been meant by one that nobody reads. */
final class ColumnHint {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("_");

    /** Shorter words are in others by chance. */
    private static final int LONG_WORD = 4;

    private ColumnHint() {}

    /** A note; empty where no column is like it that the table does not have itself. */
    static Optional<String> of(String unread, List<String> header, List<String> required, List<String> optional) {
        List<String> free = Stream.concat(required.stream(), optional.stream())
                .filter(column -> !header.contains(column))
                .toList();
        String key = Dialect.key(unread);
        return Stream.concat(
                        Nearest.of(key, free, column -> column).stream(),
                        free.stream().filter(column -> hasAWordOf(key, column)))
                .findFirst()
                .map(column -> "The column " + Text.quoted(unread) + " is not read. Did you mean " + Text.quoted(column)
                        + "?");
    }

    /** Such as {@code num_fewshot} and {@code n_shot}. */
    private static boolean hasAWordOf(String written, String column) {
        return BETWEEN_WORDS
                .splitAsStream(column)
                .anyMatch(word -> word.length() >= LONG_WORD && written.contains(word));
    }
}

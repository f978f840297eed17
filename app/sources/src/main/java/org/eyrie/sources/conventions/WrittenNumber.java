package org.eyrie.sources.conventions;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as people write a result down.
 *
 * @param value the number as it stands, so that 61.2 is 61.2 with a sign of per cent or without
 * @param percent whether a sign of per cent follows
 */
public record WrittenNumber(double value, boolean percent) {

    private static final Pattern FORM = Pattern.compile(
            "([+-]?(?:\\d+(?:[.,]\\d+)?|[.]\\d+)(?:[eE][+-]?\\d+)?)\\s*(%?)\\s*(?:(?:±|\\+/-|\\+-)\\s*[\\d.,]+\\s*%?)?");

    /** The figure in a number or a text such as {@code 63.14}, {@code 61,2 %} or {@code 0.71 ± 0.01}; empty where none is. */
    public static Optional<WrittenNumber> of(@Nullable Object value) {
        if (value instanceof Number number) {
            return Double.isFinite(number.doubleValue())
                    ? Optional.of(new WrittenNumber(number.doubleValue(), false))
                    : Optional.empty();
        }
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(form.group(1).replace(',', '.'));
        return Double.isFinite(number)
                ? Optional.of(new WrittenNumber(number, !form.group(2).isEmpty()))
                : Optional.empty();
    }

    /** A hundredth of a number, without what binary fractions add to it. */
    public static double hundredth(double percentage) {
        return Math.round(percentage * 1e8) / 1e10;
    }
}

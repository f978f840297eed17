package org.eyrie.server.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eyrie.engine.ask.Estimate;
import org.jspecify.annotations.Nullable;

/** Reasons for care, each told once at the end: the same few stand in many rows. */
final class Remarks {

    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** What stands in a row in place of its warnings: {@code [1][3]}. */
    String numbers(List<String> warnings) {
        warnings.forEach(warning -> numbers.putIfAbsent(warning, numbers.size() + 1));
        return warnings.stream()
                .map(warning -> "[" + numbers.get(warning) + "]")
                .collect(Collectors.joining());
    }

    /** A section with all that were told of; nothing where there was none. */
    void write(Markup page) {
        if (numbers.isEmpty()) {
            return;
        }
        page.begin("section").element("h2", "Remarks");
        numbers.forEach((remark, number) -> page.element("p", "[" + number + "] " + remark));
        page.end();
    }

    /** An interval as words, in per cent. */
    static String interval(@Nullable Estimate estimate) {
        return estimate == null
                ? ""
                : Figure.percent(estimate.lower(), 1) + " to " + Figure.percent(estimate.upper(), 1);
    }
}

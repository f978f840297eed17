package org.eyrie.store.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.store.query.SavedQuery.Parameter;
import org.eyrie.store.statement.CypherFile;

/** Reads the comment on top of a file under {@code cypher/}. */
final class CypherHeader {

    private static final Pattern PARAMETER = Pattern.compile("  :param (\\w+) => (.+)");
    private static final Pattern RETURNS = Pattern.compile("Returns +(.+)");

    private CypherHeader() {}

    /** @throws IllegalArgumentException if a part of the header is missing */
    static SavedQuery read(CypherFile file) {
        List<String> lines = file.text()
                .lines()
                .takeWhile(line -> line.startsWith("//"))
                .map(line -> line.substring(Math.min(line.length(), 3)))
                .toList();
        int parameters = indexOf(lines, "Parameters", file);
        int returns = indexOf(lines, "Returns", file);
        String description = String.join(" ", lines.subList(2, parameters - 1));
        if (!lines.get(1).isEmpty() || lines.get(0).isBlank() || description.isBlank()) {
            throw new IllegalArgumentException(
                    "The header of " + file.name() + " begins with a title, an empty line" + " and a description");
        }
        return new SavedQuery(
                file.name(),
                lines.get(0),
                description,
                parameters(lines.subList(parameters + 1, returns)),
                Choice.isIn(file.text()),
                returns(lines.subList(returns, lines.size())),
                file.text());
    }

    private static int indexOf(List<String> lines, String word, CypherFile file) {
        for (int line = 2; line < lines.size(); line++) {
            if (lines.get(line).startsWith(word)) {
                return line;
            }
        }
        throw new IllegalArgumentException("The header of " + file.name() + " lacks the line " + word);
    }

    private static List<Parameter> parameters(List<String> lines) {
        List<Parameter> parameters = new ArrayList<>();
        for (String line : lines) {
            Matcher parameter = PARAMETER.matcher(line);
            if (parameter.matches()) {
                parameters.add(new Parameter(parameter.group(1), parameter.group(2)));
            }
        }
        return parameters;
    }

    private static String returns(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (line.startsWith("Bound")) {
                break;
            }
            Matcher first = RETURNS.matcher(line);
            text.append(text.isEmpty() ? "" : " ").append(first.matches() ? first.group(1) : line.strip());
        }
        return text.toString();
    }
}

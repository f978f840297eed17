package org.eyrie.store.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eyrie.store.TestDatabase;
import org.eyrie.store.query.SavedQuery.Parameter;
import org.eyrie.store.statement.CypherFile;

/** The files under {@code cypher/} as they stand in the checkout. */
final class CypherFolder {

    private static final Path FOLDER = Path.of("../../cypher");

    private CypherFolder() {}

    /** Every file's name, such as {@code lineage/ancestry}, in order. */
    static List<String> names() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .map(file -> file.replaceFirst("\\.cypher$", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> names(String group) {
        return names().stream().filter(name -> name.startsWith(group + "/")).toList();
    }

    /** The sample parameters of a file, worked out by the database itself. */
    static Map<String, Object> sampleParameters(String name) {
        return CypherHeader.read(CypherFile.named(name)).parameters().stream()
                .filter(parameter -> !parameter.sample().equals("null"))
                .collect(Collectors.toMap(Parameter::name, CypherFolder::value));
    }

    private static Object value(Parameter parameter) {
        return Objects.requireNonNull(TestDatabase.run("RETURN " + parameter.sample() + " AS value")
                .get(0)
                .get("value"));
    }
}

package org.eyrie.sources.recognition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.sources.text.Input;

/** The beginning of a file, as far as it takes to tell what it is; gzip undone. */
final class Peek {

    private static final int BYTES = 1 << 22;
    private static final Pattern YAML_KEY = Pattern.compile("(?m)^([A-Za-z_][\\w-]*)[ \t]*:(?=\\s|$)");
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final String name;
    private final byte[] head;
    private final String text;
    private final Set<String> keys;
    private final Set<String> columns;

    private Peek(String name, byte[] head) {
        this.name = name;
        this.head = head;
        this.text = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "");
        this.keys = keysOf(text);
        this.columns = columnsOf(text);
    }

    static Peek at(Path file) throws IOException {
        Input input = Input.of(file);
        try (Input.Counted open = input.open()) {
            return of(input.name(), open.stream().readNBytes(BYTES));
        }
    }

    /** A file of that name which begins with those bytes. */
    static Peek of(String name, byte[] head) {
        String lower = name.toLowerCase(Locale.ROOT);
        return new Peek(lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower, head);
    }

    /** The name in lower case, without the ending of gzip. */
    String name() {
        return name;
    }

    boolean beginsWith(String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.US_ASCII);
        return head.length >= wanted.length && Arrays.equals(head, 0, wanted.length, wanted, 0, wanted.length);
    }

    /** The text of the beginning. */
    String text() {
        return text;
    }

    /** Whether it begins as a JSON object does. */
    boolean isJson() {
        return text.stripLeading().startsWith("{");
    }

    /** Whether the JSON object that it begins with has the key at its top. */
    boolean has(String key) {
        return keys.contains(key);
    }

    /** Whether that object has one of the keys. */
    boolean hasAny(String... some) {
        return Arrays.stream(some).anyMatch(keys::contains);
    }

    /** Whether a table's first line names all of the columns, whatever the case. */
    boolean hasColumns(String... some) {
        return columns.containsAll(Set.of(some));
    }

    /** Whether a table's first line names one of the columns, whatever the case. */
    boolean hasColumnOf(String... some) {
        return Arrays.stream(some).anyMatch(columns::contains);
    }

    /** Whether the name of one of the columns ends like that. */
    boolean hasColumnEnding(String end) {
        return columns.stream().anyMatch(column -> column.endsWith(end));
    }

    /** Whether a line of the text that is no JSON begins with one of the keys, as in YAML. */
    boolean hasLine(String... some) {
        return !isJson()
                && YAML_KEY.matcher(text).results().anyMatch(key -> Arrays.asList(some)
                        .contains(key.group(1)));
    }

    /** The block between lines of dashes that the text begins with; empty where it begins otherwise. */
    String frontMatter() {
        Matcher fence = Pattern.compile("\\A\\s*---[ \t]*\\R(.*?)^---[ \t]*$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(text);
        return fence.find() ? fence.group(1) : "";
    }

    private static Set<String> keysOf(String text) {
        Set<String> keys = new HashSet<>();
        if (!text.stripLeading().startsWith("{")) {
            return keys;
        }
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                keys.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (IOException endOfWhatWasRead) {
            return keys; // what was met until then is enough
        }
        return keys;
    }

    private static Set<String> columnsOf(String text) {
        Set<String> columns = new HashSet<>();
        int end = text.indexOf('\n');
        for (String column : (end < 0 ? text : text.substring(0, end)).split("[,;\t]", -1)) {
            columns.add(column.strip().replaceAll("^\"|\"$", "").strip().toLowerCase(Locale.ROOT));
        }
        return columns;
    }
}

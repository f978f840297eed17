package org.eyrie.sources.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Parses YAML from strangers. No tags but the standard ones, so that nothing is constructed; bounded size, depth and
 * number of aliases, so that a few lines cannot unfold to gigabytes.
 */
public final class StrictYaml {

    /** The longest text that is accepted, in characters. */
    public static final int MAX_LENGTH = 1_000_000;

    private static final int MAX_ALIASES = 50;
    private static final int MAX_DEPTH = 30;

    private StrictYaml() {}

    /**
     * The objects in a text, one per document; empty documents are left out.
     *
     * @throws UnreadableException if the text is no such YAML
     */
    public static List<Map<String, Object>> documents(Place place, String text) throws UnreadableException {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Object document : all(place, text)) {
            if (!(document instanceof Map<?, ?> map)) {
                throw new UnreadableException(place, "This is " + ParsedTree.describe(document) + ", not an object");
            }
            documents.add(ParsedTree.object(map));
        }
        return documents;
    }

    /** What is in a text, lists and single values too, one per document; as {@link #documents} in all else. */
    public static List<Object> all(Place place, String text) throws UnreadableException {
        if (text.length() > MAX_LENGTH) {
            throw new UnreadableException(place, "YAML longer than " + MAX_LENGTH + " characters is not read");
        }
        List<Object> documents = new ArrayList<>();
        try {
            for (Object document : new org.yaml.snakeyaml.Yaml(new SafeConstructor(options())).loadAll(text)) {
                if (document != null) {
                    documents.add(document);
                }
            }
        } catch (MarkedYAMLException e) {
            long line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1L;
            throw new UnreadableException(
                    new Place(place.input(), place.line() + line),
                    "This is no YAML that is read here: " + e.getProblem());
        } catch (RuntimeException e) {
            // The library lets through whatever its parsers of numbers, dates and bytes throw at a tag that lies.
            throw new UnreadableException(place, "This is no YAML that is read here: " + e.getMessage());
        }
        return documents;
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_LENGTH);
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        return options;
    }
}

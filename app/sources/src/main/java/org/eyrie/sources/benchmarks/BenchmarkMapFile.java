package org.eyrie.sources.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.text.Whole;
import org.eyrie.sources.tree.StrictYaml;

/** Reads maps, as {@code docs/benchmarks-map.md} describes them. */
final class BenchmarkMapFile {

    /** What a map's first key says. */
    static final String FORMAT = "eyrie-benchmark-map/1";

    private static final List<String> SHIPPED = List.of("open-llm-leaderboard-2", "open-llm-leaderboard-1", "common");

    private BenchmarkMapFile() {}

    /**
     * A person's map.
     *
     * @throws InvalidInputException if it cannot be read, or is none, with every fault in it
     */
    static BenchmarkMap read(Path file) {
        try {
            return parse(file.toString(), Whole.text(Input.of(file), StrictYaml.MAX_LENGTH));
        } catch (UnreadableException e) {
            throw new InvalidInputException(
                    "The benchmark map", List.of(new Fault(String.valueOf(e.place()), String.valueOf(e.getMessage()))));
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The benchmark map", List.of(new Fault(file.toString(), "It cannot be read: " + e)));
        }
    }

    /** The maps that come with the program; the first one goes before the others. */
    static BenchmarkMap shipped() {
        BenchmarkMap map = BenchmarkMap.EMPTY;
        for (String name : SHIPPED) {
            String file = name + ".yml";
            try (InputStream stream = BenchmarkMapFile.class.getResourceAsStream(file)) {
                String text = new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
                map = parse(file, text).over(map);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return map;
    }

    /** @throws InvalidInputException if the text is no map */
    static BenchmarkMap parse(String name, String text) {
        List<Fault> faults = new ArrayList<>();
        try {
            List<Map<String, Object>> documents = StrictYaml.documents(Place.of(name), text);
            if (documents.size() != 1) {
                faults.add(new Fault(name, "It must hold one document that begins with format: " + FORMAT));
            } else {
                BenchmarkMap map = new MapEntries(faults).map(documents.get(0));
                if (faults.isEmpty()) {
                    return map;
                }
            }
        } catch (UnreadableException e) {
            faults.add(new Fault(String.valueOf(e.place()), String.valueOf(e.getMessage())));
        }
        throw new InvalidInputException("The benchmark map " + name, faults);
    }
}

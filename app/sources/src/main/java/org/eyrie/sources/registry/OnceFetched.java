package org.eyrie.sources.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Finding;
import org.eyrie.sources.spi.Source;
import org.jspecify.annotations.Nullable;

/**
 * A source behind a network: asked once, repeated from memory from then on. A server is thus spared the second
 * reading, and what is written is what was checked.
 */
public final class OnceFetched implements Source {

    /** Fetches everything; may be called again after it failed. */
    @FunctionalInterface
    public interface Fetch {
        void into(FactSink sink) throws IOException;
    }

    private final String name;
    private final Fetch fetch;
    private @Nullable List<Finding> fetched;

    public OnceFetched(String name, Fetch fetch) {
        this.name = name;
        this.fetch = fetch;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void read(FactSink sink) throws IOException {
        List<Finding> known = fetched;
        if (known == null) {
            List<Finding> findings = new ArrayList<>();
            fetch.into(sink.behind(finding -> {
                findings.add(finding);
                return Optional.of(finding);
            }));
            fetched = findings;
        } else {
            known.forEach(sink::take);
        }
    }
}

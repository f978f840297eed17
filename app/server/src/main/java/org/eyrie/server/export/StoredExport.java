package org.eyrie.server.export;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Model;
import org.eyrie.model.Page;
import org.eyrie.model.Stores;
import org.eyrie.sources.export.ExportPart;
import org.eyrie.sources.export.ExportSource;
import org.jspecify.annotations.Nullable;

/** Everything in the database, a page of models after the other; what is written meanwhile may be among it or not. */
final class StoredExport implements ExportSource {

    /** Models of a part: some ten thousand rows, and a second of work for the database. */
    private static final int LENGTH = 5_000;

    private final Stores stores;
    private final boolean withItems;
    private final Runnable between;

    /**
     * @param withItems whether outcomes of items and the items' names are wanted
     * @param between called before every part; may throw to end it all
     */
    StoredExport(Stores stores, boolean withItems, Runnable between) {
        this.stores = stores;
        this.withItems = withItems;
        this.between = between;
    }

    @Override
    public List<Benchmark> benchmarks() {
        return stores.scores().benchmarks();
    }

    @Override
    public List<String> items(BenchmarkId benchmark) {
        return withItems ? stores.scores().itemNames(benchmark) : List.of();
    }

    @Override
    public boolean isPredicted() {
        return stores.fits().latest().isPresent();
    }

    @Override
    public Iterable<ExportPart> parts() {
        return Parts::new;
    }

    private final class Parts implements Iterator<ExportPart> {

        private Page<Model> page = next(null);

        private Page<Model> next(@Nullable String cursor) {
            between.run();
            return stores.lineage().models(null, cursor, LENGTH);
        }

        @Override
        public boolean hasNext() {
            if (page.rows().isEmpty() && page.nextCursor() != null) {
                page = next(page.nextCursor());
            }
            return !page.rows().isEmpty();
        }

        @Override
        public ExportPart next() {
            if (!hasNext()) {
                throw new NoSuchElementException("There are no more models");
            }
            ExportPart part = new StoredPart(stores, page.rows(), withItems);
            page = new Page<>(List.of(), page.nextCursor());
            return part;
        }
    }
}

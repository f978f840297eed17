package org.eyrie.sources.parquet;

import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.CloseableIterator;
import com.jerolba.carpet.io.FileSystemInputFile;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.eyrie.model.EyrieException;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.task.CancelledException;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file, row group by row group. */
public final class ParquetTable {

    /** A row group is unpacked in memory as a whole: one that says it is larger than this is refused, in bytes. */
    private static final long MAX_GROUP = 256L << 20;

    private static final int ROWS_BETWEEN_REPORTS = 500;

    /** Takes a row. */
    @FunctionalInterface
    public interface RowTaker {
        void take(Place place, Map<String, @Nullable Object> row) throws IOException;
    }

    private final String name;
    private final File file;
    private final List<String> needed;

    /**
     * @param name what messages call it
     * @param needed columns of which it must have one
     */
    public ParquetTable(String name, File file, List<String> needed) {
        this.name = name;
        this.file = file;
        this.needed = List.copyOf(needed);
    }

    /**
     * Hands every row over, its number from one as the line.
     *
     * @throws UnreadableException if the file is damaged, no Parquet, or has none of the columns that are needed
     */
    public void forEach(FactSink sink, RowTaker reader) throws IOException {
        try {
            long rows = check();
            long row = 0;
            try (CloseableIterator<?> iterator = new CarpetReader<>(file, Map.class).iterator()) {
                while (iterator.hasNext()) {
                    row++;
                    reader.take(new Place(name, row), typed((Map<?, ?>) iterator.next()));
                    if (row % ROWS_BETWEEN_REPORTS == 0) {
                        sink.reached(row, rows);
                    }
                }
            }
            sink.reached(row, rows);
        } catch (UnreadableException e) {
            throw e;
        } catch (IOException | IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
            throw damaged(e);
        } catch (RuntimeException e) {
            // The library wraps whatever a damaged page does to its decoders; cancelling is not among that.
            if (e instanceof EyrieException || e instanceof CancelledException) {
                throw e;
            }
            throw damaged(e);
        }
    }

    private UnreadableException damaged(Exception e) {
        String why = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        return new UnreadableException(
                Place.of(name),
                "The Parquet file is damaged or of a kind that cannot be read: "
                        + why.lines().findFirst().orElse(""));
    }

    private long check() throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(new FileSystemInputFile(file))) {
            ParquetMetadata footer = reader.getFooter();
            if (needed.stream().noneMatch(footer.getFileMetaData().getSchema()::containsField)) {
                throw new UnreadableException(
                        Place.of(name),
                        "The column " + String.join(" or ", needed) + " is missing. Found: "
                                + org.eyrie.sources.spi.Text.quoted(String.join(
                                        ", ", names(footer.getFileMetaData().getSchema()))));
            }
            for (BlockMetaData group : footer.getBlocks()) {
                if (group.getTotalByteSize() > MAX_GROUP) {
                    throw new UnreadableException(
                            Place.of(name),
                            "A row group has " + group.getTotalByteSize() + " bytes, " + MAX_GROUP + " are accepted");
                }
            }
            return reader.getRecordCount();
        }
    }

    private static Set<String> names(org.apache.parquet.schema.MessageType schema) {
        Set<String> names = new TreeSet<>();
        schema.getFields().forEach(field -> names.add(field.getName()));
        return names;
    }

    private static Map<String, @Nullable Object> typed(Map<?, ?> row) {
        Map<String, @Nullable Object> typed = new java.util.HashMap<>();
        row.forEach((column, value) -> typed.put(String.valueOf(column), value));
        return typed;
    }
}

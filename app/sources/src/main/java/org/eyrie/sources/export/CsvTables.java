package org.eyrie.sources.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tables of one folder, which take their places together: what breaks off leaves those that were there before. */
final class CsvTables implements Closeable {

    private final Path folder;
    private final boolean isNew;
    private final Map<Path, CsvWriter> drafts = new LinkedHashMap<>();
    private boolean finished;

    CsvTables(Path folder) throws IOException {
        this.folder = folder;
        this.isNew = Files.notExists(folder);
        Files.createDirectories(folder);
    }

    /** @param columns names with commas between */
    CsvWriter begin(String name, String columns) throws IOException {
        Path draft = folder.resolve(name + ".csv.part");
        CsvWriter csv = CsvWriter.builder().build(draft);
        drafts.put(draft, csv);
        csv.writeRecord(columns.split(",", -1));
        return csv;
    }

    void finish() throws IOException {
        for (CsvWriter csv : drafts.values()) {
            csv.close();
        }
        for (Path draft : drafts.keySet()) {
            String name = draft.getFileName().toString();
            Files.move(
                    draft,
                    draft.resolveSibling(name.substring(0, name.length() - ".part".length())),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        finished = true;
    }

    @Override
    public void close() throws IOException {
        if (!finished) {
            for (Map.Entry<Path, CsvWriter> draft : drafts.entrySet()) {
                draft.getValue().close();
                Files.deleteIfExists(draft.getKey());
            }
            if (isNew) {
                Files.deleteIfExists(folder);
            }
        }
    }
}

package org.eyrie.server.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;

/** A file that names models: an id a line, or CSV with a column {@code model}. */
final class ModelList {

    /** Ids of a hundred thousand models take less. */
    private static final long MAX_BYTES = 64L << 20;

    private ModelList() {}

    /**
     * The models, once each, in the file's order.
     *
     * @throws InvalidInputException with every fault of the file
     */
    static List<ModelId> read(Path file) {
        List<Fault> faults = new ArrayList<>();
        Set<ModelId> models = new LinkedHashSet<>();
        int column = 0;
        boolean first = true;
        for (CsvRecord row : rows(file)) {
            List<String> fields = row.getFields();
            if (first && fields.stream().anyMatch(field -> field.strip().equals("model"))) {
                column = fields.stream().map(String::strip).toList().indexOf("model");
            } else if (first && fields.size() > 1) {
                faults.add(new Fault("line 1", "A file with several columns needs one called \"model\"."));
                break;
            } else {
                add(fields, column, row.getStartingLineNumber(), models, faults);
            }
            first = false;
        }
        if (models.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault("the file", "It names no model."));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(file.toString(), faults);
        }
        return List.copyOf(models);
    }

    private static void add(List<String> fields, int column, long line, Set<ModelId> models, List<Fault> faults) {
        try {
            models.add(new ModelId(column < fields.size() ? fields.get(column).strip() : ""));
        } catch (IllegalArgumentException refused) {
            faults.add(new Fault("line " + line, String.valueOf(refused.getMessage())));
        }
    }

    private static List<CsvRecord> rows(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw refused(file, "It is larger than " + (MAX_BYTES >> 20) + " MB.");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            try (CsvReader<CsvRecord> reader =
                    CsvReader.builder().ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
                return reader.stream().toList();
            }
        } catch (NoSuchFileException e) {
            throw refused(file, "There is no such file.");
        } catch (CharacterCodingException e) {
            throw refused(file, "It is not UTF-8. Save it in that encoding.");
        } catch (IOException e) {
            throw refused(file, "It cannot be read: " + e.getMessage());
        }
    }

    private static InvalidInputException refused(Path file, String reason) {
        return new InvalidInputException(file.toString(), List.of(new Fault("the file", reason)));
    }
}

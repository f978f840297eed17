package org.eyrie.server.cli.ask;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.LineageStore;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.command.SmallFile;
import org.eyrie.server.naming.NamedInFile;

/** A file that names models: an id a line, or CSV with a column {@code model}. */
final class ModelList {

    private ModelList() {}

    /**
     * The models, once each, in the file's order.
     *
     * @throws InvalidInputException with every fault of the file
     */
    static List<ModelId> read(Path file) {
        List<Fault> faults = new ArrayList<>();
        List<ModelId> models = List.copyOf(read(file, faults).values());
        return checked(file, models, faults);
    }

    /**
     * As {@link #read}, of models that there are; another case is taken where one alone can be meant.
     *
     * @throws InvalidInputException with every fault of the file, models that nobody knows among them
     */
    static List<ModelId> known(Path file, LineageStore lineage) {
        List<Fault> faults = new ArrayList<>();
        NamedInFile named = new NamedInFile();
        Map<Long, ModelId> models = read(file, faults);
        models.forEach((line, model) -> named.add("line " + line, model));
        Map<ModelId, ModelId> meant = named.meant(lineage, faults);
        return checked(
                file,
                models.values().stream()
                        .map(model -> meant.getOrDefault(model, model))
                        .toList(),
                faults);
    }

    private static List<ModelId> checked(Path file, List<ModelId> models, List<Fault> faults) {
        if (models.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault("the file", "It names no model."));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(file.toString(), faults);
        }
        return models.stream().distinct().toList();
    }

    /** By line. */
    private static Map<Long, ModelId> read(Path file, List<Fault> faults) {
        Map<Long, ModelId> models = new LinkedHashMap<>();
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
        return models;
    }

    private static void add(List<String> fields, int column, long line, Map<Long, ModelId> models, List<Fault> faults) {
        try {
            models.put(
                    line,
                    new ModelId(column < fields.size() ? fields.get(column).strip() : ""));
        } catch (IllegalArgumentException refused) {
            faults.add(new Fault("line " + line, String.valueOf(refused.getMessage())));
        }
    }

    private static List<CsvRecord> rows(Path file) {
        String text = SmallFile.text(file);
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw SmallFile.refused(file, "It cannot be read: " + e.getMessage());
        }
    }
}

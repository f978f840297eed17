package org.eyrie.sources.leaderboard;

import java.io.IOException;
import java.util.List;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Traits;
import org.eyrie.sources.csv.CsvRow;
import org.eyrie.sources.csv.CsvTable;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;

/**
 * Models with their traits, one a row. All but {@code model} may be blank: an ancestor of which only the name is
 * known. Minus one parameter is how published tables write that the number is unknown. {@code source}, where the facts of the row were looked up, is for the file's readers and not imported.
 */
final class ModelTable {

    private static final List<String> REQUIRED = List.of("model");
    private static final List<String> OPTIONAL = List.of(
            "architecture",
            "parameters_billions",
            "type",
            "precision",
            "chat_template",
            "moe",
            "uploaded",
            "license",
            "revision",
            "source");

    private static final double UNKNOWN = -1;

    private ModelTable() {}

    static void read(Input input, FactSink sink, long base, long total) throws IOException {
        new CsvTable(input, REQUIRED, OPTIONAL).forEach(sink, base, total, row -> {
            Model model = model(row);
            if (model != null) {
                sink.model(row.place(), model);
            }
        });
    }

    private static @Nullable Model model(CsvRow row) {
        ModelId id = row.model("model");
        String architecture = row.text("architecture");
        Double parameters = row.number("parameters_billions");
        Boolean chatTemplate = row.flag("chat_template");
        Boolean moe = row.flag("moe");
        var uploaded = row.date("uploaded");
        if (id == null) {
            return null;
        }
        return row.make(() -> new Model(
                id,
                new Traits(
                        architecture,
                        parameters != null && parameters == UNKNOWN ? null : parameters,
                        row.text("type"),
                        row.text("precision"),
                        chatTemplate,
                        moe,
                        uploaded,
                        row.text("license")),
                row.text("revision")));
    }
}

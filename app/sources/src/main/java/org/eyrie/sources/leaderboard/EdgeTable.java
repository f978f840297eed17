package org.eyrie.sources.leaderboard;

import java.io.IOException;
import java.util.List;
import org.eyrie.model.Derivation;
import org.eyrie.model.Relation;
import org.eyrie.sources.csv.CsvRow;
import org.eyrie.sources.csv.CsvTable;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Text;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;

/** Derivations, one a row. A blank relation means that nobody says how, a blank weight that nobody says how much. */
final class EdgeTable {

    private static final List<String> REQUIRED = List.of("child", "parent", "relation");
    private static final List<String> OPTIONAL = List.of("weight", "evidence");

    private EdgeTable() {}

    static void read(Input input, FactSink sink, long base, long total) throws IOException {
        new CsvTable(input, REQUIRED, OPTIONAL).forEach(sink, base, total, row -> {
            Derivation edge = edge(row);
            if (edge != null) {
                sink.derivation(row.place(), edge);
            }
        });
    }

    private static @Nullable Derivation edge(CsvRow row) {
        var child = row.model("child");
        var parent = row.model("parent");
        Relation relation = relation(row);
        Double weight = row.number("weight");
        if (weight != null && !(weight >= 0 && weight <= 1)) {
            row.fault("weight must be between 0 and 1, the parent's share, not " + weight);
        }
        if (child == null || parent == null) {
            return null;
        }
        return row.make(() -> new Derivation(child, parent, relation, weight, row.text("evidence")));
    }

    private static Relation relation(CsvRow row) {
        String code = row.text("relation");
        if (code == null) {
            return Relation.UNKNOWN;
        }
        return Relation.ofCode(code).orElseGet(() -> {
            row.fault("relation must be one of " + Relation.codes() + ", not " + Text.quoted(code));
            return Relation.UNKNOWN;
        });
    }
}

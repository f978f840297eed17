package org.eyrie.server.cli.importing;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.server.out.Table;
import org.eyrie.server.out.TextTable;
import org.eyrie.sources.spi.Arrival;

/** What would come in, for a person to see at a glance. */
final class ArrivalTable {

    private static final int MODELS = 20;
    private static final int PARENTS = 4;
    private static final int SCORES = 6;

    private ArrivalTable() {}

    static void print(List<Arrival> arrivals, PrintWriter out) {
        if (arrivals.isEmpty()) {
            return;
        }
        Table table = new Table("model", "parents", "scores");
        for (Arrival arrival : arrivals.subList(0, Math.min(MODELS, arrivals.size()))) {
            table.row(
                    arrival.model(),
                    some(arrival.parents(), PARENTS, ArrivalTable::parent),
                    some(arrival.scores(), SCORES, ArrivalTable::score));
        }
        TextTable.print(table, out);
        if (arrivals.size() > MODELS) {
            out.println("... and " + (arrivals.size() - MODELS) + " more models; --json has all");
        }
        out.println();
    }

    private static <T> String some(List<T> all, int most, Function<T, String> words) {
        String some = all.stream().limit(most).map(words).collect(Collectors.joining(", "));
        return all.size() <= most ? some : some + " and " + (all.size() - most) + " more";
    }

    private static String parent(Derivation edge) {
        String weight = edge.weight() == null ? "" : String.format(Locale.ROOT, " %.3g", edge.weight());
        return edge.parent() + " (" + edge.relation().code() + weight + ")";
    }

    private static String score(Evaluation score) {
        return String.format(Locale.ROOT, "%s %.4f", score.benchmark(), score.score());
    }
}

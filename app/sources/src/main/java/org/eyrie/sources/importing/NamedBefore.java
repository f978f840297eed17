package org.eyrie.sources.importing;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;
import org.eyrie.model.PastImport;
import org.eyrie.model.Stores;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Finding;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.RelayedSource;
import org.eyrie.sources.spi.Source;

/**
 * A file about one model that may have been imported before: of each parent that it named then and does not name now a note
 * says that the edge stays, and how to take it back. Imports add facts and take none away.
 *
 * @param source the file, which evidence of its edges begins with
 * @param stores where it is imported
 */
public record NamedBefore(Source source, Stores stores) implements RelayedSource {

    /** How many imports are looked through for those of the file. */
    private static final int RECENT = 1_000;

    @Override
    public void read(FactSink sink) throws IOException {
        Map<ModelId, Set<ModelId>> said = new LinkedHashMap<>();
        source.read(sink.behind(finding -> {
            if (finding instanceof Finding.OfDerivation edge) {
                said.computeIfAbsent(edge.derivation().child(), child -> new LinkedHashSet<>())
                        .add(edge.derivation().parent());
            }
            return Optional.of(finding);
        }));
        if (said.isEmpty()) {
            return;
        }
        List<Derivation> left = stores.lineage().parents(said.keySet()).stream()
                .filter(isOfTheFile())
                .filter(edge -> !said.getOrDefault(edge.child(), Set.of()).contains(edge.parent()))
                .toList();
        if (!left.isEmpty()) {
            String advice = advice();
            left.forEach(edge -> sink.note(
                    Place.of(name()),
                    "An import before named another parent, which stays: " + edge.parent() + ", "
                            + edge.relation().code() + " to " + edge.child() + " (" + edge.evidence() + "). "
                            + advice));
        }
    }

    // Its path may have been written otherwise.
    private Predicate<Derivation> isOfTheFile() {
        String file = name().substring(name().lastIndexOf('/') + 1);
        Predicate<String> evidence = Pattern.compile("(?:.*/)?" + Pattern.quote(file) + "(?:[: ].*)?", Pattern.DOTALL)
                .asMatchPredicate();
        return edge -> edge.evidence() != null && evidence.test(edge.evidence());
    }

    // What a later import merely found goes with the one that brought it: hence once more.
    private String advice() {
        List<String> earlier = stores.history().imports(Long.MAX_VALUE, RECENT).stream()
                .filter(each -> each.source().equals(origin())
                        && (each.state() == PastImport.State.FINISHED || each.state() == PastImport.State.RUNNING))
                .map(each -> String.valueOf(each.number()))
                .collect(Collectors.toList());
        String command = earlier.size() == 1
                ? "eyrie forget --import " + earlier.get(0) + " --yes"
                : earlier.isEmpty()
                        ? "eyrie forget --import N --yes, with the number that eyrie imports lists,"
                        : "eyrie forget --source " + origin() + " --yes";
        return "Where it is wrong, take it back: " + command + " and import this again";
    }
}

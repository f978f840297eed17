package org.eyrie.model.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.FinalScore;
import org.eyrie.model.development.Finalist;
import org.eyrie.model.development.FinalsLedger;
import org.eyrie.model.development.SearchFaults;

/** How searches were judged, in memory. Safe for many threads. */
public final class InMemoryFinalsLedger implements FinalsLedger {

    private final DevelopmentLedger searches;
    private final Map<DevelopmentId, List<Finalist>> frozen = new HashMap<>();
    private final Map<DevelopmentId, Map<String, FinalScore>> scores = new HashMap<>();

    /** @param searches the searches that may be judged */
    public InMemoryFinalsLedger(DevelopmentLedger searches) {
        this.searches = searches;
    }

    @Override
    public synchronized List<Finalist> freeze(DevelopmentId id, List<Finalist> finalists) {
        searches.read(id);
        List<Finalist> known = frozen.putIfAbsent(id, List.copyOf(finalists));
        return known == null ? List.copyOf(finalists) : known;
    }

    @Override
    public synchronized List<Finalist> finalists(DevelopmentId id) {
        return frozen.getOrDefault(id, List.of());
    }

    @Override
    public synchronized void tested(DevelopmentId id, FinalScore score) {
        if (finalists(id).stream().noneMatch(finalist -> finalist.program().equals(score.program()))) {
            throw SearchFaults.noFinalist(id, score.program());
        }
        scores.computeIfAbsent(id, search -> new HashMap<>()).putIfAbsent(score.program(), score);
    }

    @Override
    public synchronized List<FinalScore> scores(DevelopmentId id) {
        Map<String, FinalScore> known = scores.getOrDefault(id, Map.of());
        return finalists(id).stream()
                .map(finalist -> known.get(finalist.program()))
                .filter(Objects::nonNull)
                .toList();
    }
}

package org.eyrie.server.searching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.FinalScore;
import org.eyrie.model.development.Finalist;
import org.eyrie.model.development.FinalsLedger;
import org.eyrie.model.development.GivenOrder;
import org.eyrie.model.development.RunOrder;
import org.eyrie.program.Program;
import org.eyrie.server.developing.TestScore;
import org.jspecify.annotations.Nullable;

/**
 * Hands test items of settled finalists to workers and keeps the scores. Their orders have numbers below 0, the first finalist's
 * is -1: those of the search begin at 0, so that none is taken for the other.
 *
 * <p>Who has which finalist is known here alone. A service that was killed gives it to somebody else, and the first score counts.
 */
final class FinalWork {

    /** Who has a finalist, until when; whoever failed has it for as long as this service runs. */
    private record Held(String worker, Instant from, Instant until) {}

    /** An order, and the program that it is about. */
    record Given(RunOrder order, String text) {}

    private final FinalsLedger finals;
    private final Clock clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    FinalWork(FinalsLedger finals, Clock clock) {
        this.finals = finals;
        this.clock = clock;
    }

    static boolean is(int number) {
        return number < 0;
    }

    /** Whether a finalist is settled and has no score. */
    boolean isOpen(DevelopmentId id) {
        return finals.scores(id).size() < finals.finalists(id).size();
    }

    /** Finalists without a score that nobody holds, in their order, as orders of all test items. */
    synchronized List<Given> take(DevelopmentId id, PullBench.Asked items, String worker, int count, double seconds) {
        Instant now = clock.instant();
        Instant until = now.plusMillis(Math.round(seconds * 1_000));
        List<Finalist> finalists = finals.finalists(id);
        Set<String> scored = scored(id);
        List<Given> taken = new ArrayList<>();
        for (int place = 0; place < finalists.size() && taken.size() < count; place++) {
            Held holder = held.get(key(id, place));
            boolean free = holder == null || !now.isBefore(holder.until());
            Finalist finalist = finalists.get(place);
            if (free && !scored.contains(finalist.program())) {
                held.put(key(id, place), new Held(worker, now, until));
                taken.add(new Given(order(place, finalist, items), finalist.text()));
            }
        }
        return taken;
    }

    /** What a number stands for; empty where there is no such finalist. */
    Optional<GivenOrder> find(DevelopmentId id, int number, PullBench.Asked items) {
        int place = -1 - number;
        List<Finalist> finalists = finals.finalists(id);
        if (place >= finalists.size()) {
            return Optional.empty();
        }
        Held holder = held.get(key(id, place));
        double since = holder == null
                ? 0
                : Duration.between(holder.from(), clock.instant()).toMillis() / 1e3;
        return Optional.of(new GivenOrder(
                order(place, finalists.get(place), items), holder == null ? null : holder.worker(), since, null, null));
    }

    /** Keeps a score, or that nothing came of it; test items are nobody's budget. */
    synchronized CountedAnswer keep(DevelopmentId id, AnswerCheck.Checked answer, PullBench.Asked items) {
        int number = answer.given().order().number();
        Finalist finalist = finals.finalists(id).get(-1 - number);
        if (answer.run() == null) {
            held.put(key(id, -1 - number), new Held("", clock.instant(), Instant.MAX));
            return new CountedAnswer(number, !scored(id).contains(finalist.program()), 0);
        }
        String outcomes = answer.run().outcomes();
        TestScore score = TestScore.of(
                Program.parse(finalist.text()),
                items.all().stream().map(AskedItem::task).toList(),
                outcomes);
        finals.tested(id, new FinalScore(finalist.program(), outcomes, score.share(), score.lower(), score.upper()));
        held.remove(key(id, -1 - number));
        FinalScore kept = scoreOf(id, finalist.program());
        return new CountedAnswer(number, kept != null && kept.outcomes().equals(outcomes), 0);
    }

    private static RunOrder order(int place, Finalist finalist, PullBench.Asked items) {
        List<Integer> all = IntStream.range(0, items.all().size()).boxed().toList();
        return new RunOrder(-1 - place, finalist.program(), all, false, Double.NaN, Double.NaN);
    }

    private Set<String> scored(DevelopmentId id) {
        return finals.scores(id).stream().map(FinalScore::program).collect(Collectors.toSet());
    }

    private @Nullable FinalScore scoreOf(DevelopmentId id, String program) {
        return finals.scores(id).stream()
                .filter(score -> score.program().equals(program))
                .findFirst()
                .orElse(null);
    }

    private static String key(DevelopmentId id, int place) {
        return id + "/" + place;
    }
}

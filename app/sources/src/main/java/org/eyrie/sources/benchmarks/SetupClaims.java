package org.eyrie.sources.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Benchmark;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Text;
import org.jspecify.annotations.Nullable;

/**
 * Which id of a table claims which setup. One that a person chose needs a metric, or no run would ever find it, and a setup
 * of its own, or a run would find either of two. Ids that were made of their setups, as exports have them, need neither.
 */
public final class SetupClaims {

    private record Claim(Benchmark benchmark, Place place) {}

    private final Map<DeclaredSetups.Key, List<Claim>> claims = new HashMap<>();

    /** Takes a further one down, or says what is wrong with it. */
    public @Nullable String fault(Place place, Benchmark benchmark) {
        if (isChosen(benchmark)
                && benchmark.setup().task() != null
                && benchmark.setup().metric() == null) {
            return "metric must not be blank where task says "
                    + Text.quoted(benchmark.setup().task()) + ": no run is found by its task alone";
        }
        DeclaredSetups.Key key = DeclaredSetups.key(benchmark.setup());
        if (key == null) {
            return null;
        }
        List<Claim> same = claims.computeIfAbsent(key, each -> new ArrayList<>());
        for (Claim other : same) {
            if (!other.benchmark().id().equals(benchmark.id())
                    && (isChosen(benchmark) || isChosen(other.benchmark()))
                    && DeclaredSetups.harnessesAgree(
                            benchmark.setup(), other.benchmark().setup())) {
                return Text.quoted(benchmark.id().value()) + " has the same setup as "
                        + Text.quoted(other.benchmark().id().value()) + " in line "
                        + other.place().line() + ": leave one of them";
            }
        }
        same.add(new Claim(benchmark, place));
        return null;
    }

    private static boolean isChosen(Benchmark benchmark) {
        try {
            return !DeclaredSetups.isNamedAfterItsSetup(benchmark)
                    && !benchmark.id().value().endsWith(SetupPattern.UNSTATED + ")");
        } catch (IllegalArgumentException noName) {
            return true; // its task is too long to be one
        }
    }
}

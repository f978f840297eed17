package org.eyrie.develop.foretell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.lrmf.kinship.SiblingForecast;
import org.eyrie.lrmf.kinship.SiblingKinship;
import org.eyrie.lrmf.kinship.SiblingTrials;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.SearchRecord;

/**
 * Forecasts of all candidates of a search, from what they do to the parents and from the outcomes so far. Equal records give
 * equal forecasts.
 */
public final class Foretelling {

    private final Map<String, CandidateForecast> forecasts;

    private Foretelling(Map<String, CandidateForecast> forecasts) {
        this.forecasts = forecasts;
    }

    /** Of every candidate of the record whose effect is known, that is every proposal that was new and described. */
    public static Foretelling of(SearchRecord record) {
        Map<String, MergeEffect> effects = new LinkedHashMap<>();
        for (Proposal proposal : record.proposals()) {
            MergeEffect effect = proposal.effect();
            if (effect != null) {
                effects.putIfAbsent(proposal.program(), effect);
            }
        }
        if (effects.isEmpty()) {
            return new Foretelling(Map.of());
        }
        List<String> programs = new ArrayList<>(effects.keySet());
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < programs.size(); i++) {
            places.put(programs.get(i), i);
        }
        List<String> tasks = record.plan().tasks();
        int[][] solved = new int[programs.size()][tasks.size()];
        int[][] asked = new int[programs.size()][tasks.size()];
        int[] total = new int[programs.size()];
        for (ItemRun run : record.runs()) {
            Integer place = places.get(run.program());
            if (place != null) {
                for (int k = 0; k < run.items().size(); k++) {
                    int task = tasks.indexOf(
                            record.plan().items().get(run.items().get(k)).task());
                    asked[place][task]++;
                    solved[place][task] += run.solved(k) ? 1 : 0;
                    total[place]++;
                }
            }
        }
        SiblingForecast forecast = SiblingKinship.learn(
                        EffectDescriptors.of(List.copyOf(effects.values())), new SiblingTrials(solved, asked))
                .foretell();
        Map<String, CandidateForecast> forecasts = new LinkedHashMap<>();
        for (int i = 0; i < programs.size(); i++) {
            forecasts.put(programs.get(i), new CandidateForecast(forecast.mean(i), forecast.sd(i), total[i]));
        }
        return new Foretelling(forecasts);
    }

    /** Ids of the candidates that there are forecasts of, in the order of their proposals. */
    public Collection<String> programs() {
        return forecasts.keySet();
    }

    /** Of a candidate; empty where its effect is not known. */
    public Optional<CandidateForecast> of(String program) {
        return Optional.ofNullable(forecasts.get(program));
    }
}

package org.eyrie.sources.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.LineageStore;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Outcomes;
import org.eyrie.model.Recipe;
import org.eyrie.model.RecipeStore;
import org.eyrie.model.ReplacedScore;
import org.eyrie.model.ReplacedScore.Measured;
import org.eyrie.model.ScoreStore;
import org.eyrie.model.Stores;
import org.eyrie.model.WriteSummary;
import org.eyrie.model.memory.MemoryStores;

/**
 * Works out what writing would do, by writing into a copy in memory. The contract of the stores thus decides what
 * counts as changed, here as there.
 */
final class Preview {

    private final Stores copy = MemoryStores.empty();
    private final ScoreStore scores;
    private final RecipeStore recipes;
    private final Set<ModelId> copiedRecipes = new HashSet<>();
    private final Set<ModelId> copied = new HashSet<>();
    private final Set<BenchmarkId> copiedOutcomes = new HashSet<>();
    private final Set<BenchmarkId> benchmarks;

    Preview(LineageStore lineage, ScoreStore scores, RecipeStore recipes) {
        this.scores = scores;
        this.recipes = recipes;
        Neighbourhood everything = lineage.everything();
        copy.facts().write(new Facts(everything.models(), everything.derivations(), scores.benchmarks(), List.of()));
        benchmarks =
                scores.benchmarks().stream().map(benchmark -> benchmark.id()).collect(Collectors.toSet());
    }

    WriteSummary write(Facts facts) {
        Set<ModelId> evaluated =
                facts.evaluations().stream().map(Evaluation::model).collect(Collectors.toCollection(HashSet::new));
        evaluated.removeAll(copied);
        copied.addAll(evaluated);
        copy.facts().write(Facts.evaluations(scores.of(evaluated)));
        facts.evaluations().stream()
                .filter(evaluation -> evaluation.outcomes() != null)
                .map(Evaluation::benchmark)
                .distinct()
                .filter(benchmarks::contains)
                .filter(copiedOutcomes::add)
                .forEach(benchmark -> copy.facts().write(Facts.evaluations(missing(benchmark))));
        copy.facts()
                .write(Facts.recipes(facts.recipes().stream()
                        .map(Recipe::model)
                        .filter(copiedRecipes::add)
                        .flatMap(model -> recipes.recipe(model).stream())
                        .toList()));
        WriteSummary summary = copy.facts().write(facts);
        return summary.withReplaced(summary.replaced().stream()
                .map(this::withOrigin)
                .filter(replaced -> !replaced.now().isOfOriginOf(replaced.before()))
                .toList());
    }

    // The copy does not know what the store's scores were read from.
    private ReplacedScore withOrigin(ReplacedScore replaced) {
        Measured before = replaced.before();
        return before.recordedFrom() != null
                ? replaced
                : scores.recorded(replaced.model(), replaced.benchmark())
                        .map(origin -> new ReplacedScore(
                                replaced.model(), replaced.benchmark(), before.recorded(origin), replaced.now()))
                        .orElse(replaced);
    }

    // An earlier batch of the dry run may have changed a score by now: its outcomes must not bring the old one back.
    private List<Evaluation> missing(BenchmarkId benchmark) {
        Map<ModelId, Evaluation> stored =
                scores.outcomes(benchmark).stream().collect(Collectors.toMap(Evaluation::model, Function.identity()));
        List<Evaluation> current = copy.scores().of(stored.keySet());
        List<Evaluation> missing = new ArrayList<>();
        List<String> names = scores.itemNames(benchmark);
        stored.values().forEach(evaluation -> missing.add(named(evaluation, names)));
        for (Evaluation now : current) {
            if (now.benchmark().equals(benchmark)) {
                missing.removeIf(evaluation -> evaluation.model().equals(now.model()));
                Evaluation older = stored.get(now.model());
                if (older != null) {
                    missing.add(named(now.orElse(older), names));
                }
            }
        }
        return missing;
    }

    // The copy learns the positions of items from the names that come with outcomes.
    private static Evaluation named(Evaluation evaluation, List<String> names) {
        Outcomes outcomes = evaluation.outcomes();
        return outcomes == null || outcomes.items() != names.size()
                ? evaluation
                : evaluation.with(new Outcomes(outcomes.value(), names));
    }
}

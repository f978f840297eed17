package org.eyrie.develop.foretell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.eyrie.model.ModelId;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramOrigin;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.ProposalOutcome;
import org.eyrie.model.development.SearchBudget;
import org.eyrie.model.development.SearchItem;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchSettings;
import org.eyrie.model.development.SearchState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForetellingTest {

    private static final List<String> GROUPS = List.of("embed", "layer0.attn", "layer0.mlp", "norm");
    private static final int PARENTS = 2;
    private static final int CANDIDATES = 40;

    private final Random random = new Random(3);
    private final double[] weights = random.doubles(CANDIDATES).toArray();

    private MergeEffect effect(int candidate) {
        float[] numbers = new float[GROUPS.size() * (PARENTS + 3)];
        for (int g = 1; g < 3; g++) {
            numbers[g * (PARENTS + 3)] = (float) weights[candidate];
            numbers[g * (PARENTS + 3) + PARENTS + 1] = (float) weights[candidate];
            numbers[g * (PARENTS + 3) + PARENTS + 2] = 1;
        }
        return new MergeEffect(PARENTS, GROUPS, numbers, new float[0]);
    }

    /** Merges that solve the more of the first task, and of the second as much, the more they have of the first parent. */
    private SearchRecord record(int tried) {
        List<SearchItem> items = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            items.add(new SearchItem(k % 2 == 0 ? "first" : "second", "item" + k));
        }
        DevelopmentPlan plan = new DevelopmentPlan(
                new DevelopmentId("trial"),
                new ModelId("a/seed"),
                List.of(new ModelId("a/one"), new ModelId("a/two")),
                "bench",
                items,
                new SearchSettings(0, "guided", "grammar", SearchBudget.ofItems(1_000)));
        List<Proposal> proposals = new ArrayList<>();
        List<ItemRun> runs = new ArrayList<>();
        for (int i = 0; i < CANDIDATES; i++) {
            ProgramDraft draft = new ProgramDraft("base + tau(1)", ProgramOrigin.GRAMMAR, List.of(), "");
            proposals.add(new Proposal(0, i, draft, "alg:" + i, ProposalOutcome.NEW, "", effect(i)));
            if (i < tried) {
                StringBuilder outcomes = new StringBuilder();
                for (SearchItem item : items) {
                    boolean solved = random.nextDouble() < (item.task().equals("first") ? .1 + .8 * weights[i] : .5);
                    outcomes.append(solved ? '1' : '0');
                }
                runs.add(new ItemRun(
                        i, "alg:" + i, IntStream.range(0, items.size()).boxed().toList(), outcomes.toString()));
            }
        }
        ProgramDraft refused = new ProgramDraft("nothing", ProgramOrigin.GRAMMAR, List.of(), "");
        proposals.add(new Proposal(1, 0, refused, "text:1", ProposalOutcome.REFUSED, "It is no program.", null));
        return new SearchRecord(plan, proposals, List.of(), runs, List.of(), 0, SearchState.OPEN, null);
    }

    @Test
    void candidatesThatNobodyAskedAreForetoldFromWhatTheyDoToTheParents() {
        Foretelling foretelling = Foretelling.of(record(25));

        assertThat(foretelling.programs()).hasSize(CANDIDATES);
        for (int i = 25; i < CANDIDATES; i++) {
            CandidateForecast forecast = foretelling.of("alg:" + i).orElseThrow();
            double truth = (.1 + .8 * weights[i] + .5) / 2;
            assertThat(Math.abs(forecast.mean() - truth)).isLessThan(.1);
            assertThat(forecast.asked()).isZero();
            assertThat(forecast.sd()).isBetween(.005, .15);
        }
    }

    @Test
    void whatWasRefusedHasNoForecast() {
        assertThat(Foretelling.of(record(5)).of("text:1")).isEmpty();
    }

    @Test
    void beforeAnybodyWasAskedAllAreForetoldAlike() {
        Foretelling foretelling = Foretelling.of(record(0));
        CandidateForecast one = foretelling.of("alg:0").orElseThrow();
        assertThat(foretelling.of("alg:1").orElseThrow()).isEqualTo(one);
        assertThat(one.sd()).isGreaterThan(.1);
    }

    @Test
    void theMoreItemsWereAskedTheSurer() {
        Foretelling foretelling = Foretelling.of(record(25));
        assertThat(foretelling.of("alg:0").orElseThrow().asked()).isEqualTo(40);
        assertThat(Foretelling.of(record(3)).of("alg:30").orElseThrow().sd())
                .isGreaterThan(foretelling.of("alg:30").orElseThrow().sd());
    }

    /** Figures of more draws are in docs/develop.md; bounds leave room for these few. */
    @ParameterizedTest
    @CsvSource({"facts, 20, .62, .8", "rules, 20, .65, .8", "facts, 80, .83, .9", "rules, 80, .83, .9"})
    void recordedMergesAreForetoldAsWellAsIsSaid(String name, int known, double explained, double ranked) {
        assumeTrue(Files.exists(MergedFamily.folder(name)), "no recorded merges at " + MergedFamily.folder(name));
        ForetellingTrial.Result result = new ForetellingTrial(MergedFamily.read(name), known, 120).run(4);

        assertThat(result.explained()).as(result.toString()).isGreaterThan(explained);
        assertThat(result.ranked()).as(result.toString()).isGreaterThan(ranked);
        assertThat(result.held()).as(result.toString()).isBetween(.8, .99);
    }
}

package org.eyrie.store.query;

import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.model.ModelId;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.FinalScore;
import org.eyrie.model.development.Finalist;
import org.eyrie.model.development.FinalsLedger;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramOrigin;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.ProposalOutcome;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchBudget;
import org.eyrie.model.development.SearchItem;
import org.eyrie.model.development.SearchSettings;

/** A search over models of the sample, with all that can become of a proposal. */
final class SampleSearch {

    private static final DevelopmentId ID = new DevelopmentId("sample-1");
    private static final String SUM = "base + .5 * sum(taus)";
    private static final String ONE = "base + tau(1)";
    private static final String KEPT = "base + .5 * sum(keep(taus, .3))";
    private static final String SMALL = "base + .4 * sum(taus)";

    private SampleSearch() {}

    static void in(DevelopmentLedger ledger, FinalsLedger finals) {
        ledger.begin(new DevelopmentPlan(
                ID,
                new ModelId("mistralai/Mistral-7B-v0.1"),
                List.of(
                        new ModelId("AIDC-ai-business/Marcoroni-7B-v3"),
                        new ModelId("EmbeddedLLM/Mistral-7B-Merge-14-v0.1")),
                "quiz",
                IntStream.range(0, 8)
                        .mapToObj(item -> new SearchItem("sums", "item " + item))
                        .toList(),
                new SearchSettings(1, "guided", "grammar", SearchBudget.ofItems(100))));
        ledger.proposed(
                ID,
                List.of(
                        proposal(0, 0, SUM, ProgramOrigin.HUMAN, ProposalOutcome.NEW, List.of()),
                        proposal(0, 1, ONE, ProgramOrigin.HUMAN, ProposalOutcome.NEW, List.of()),
                        proposal(0, 2, "base +", ProgramOrigin.LLM, ProposalOutcome.REFUSED, List.of()),
                        proposal(1, 0, KEPT, ProgramOrigin.MUTATION, ProposalOutcome.NEW, List.of(SUM)),
                        proposal(1, 1, SMALL, ProgramOrigin.MUTATION, ProposalOutcome.NEW, List.of(SUM)),
                        proposal(1, 2, SUM, ProgramOrigin.MUTATION, ProposalOutcome.SAME_PROGRAM, List.of(SMALL))));
        ran(ledger, 0, SUM, "10", 0, 1);
        ran(ledger, 1, ONE, "00", 0, 1);
        ran(ledger, 2, KEPT, "1110", 0, 1, 2, 3);
        ran(ledger, 3, SMALL, "1100", 0, 1, 2, 3);
        ledger.finished(ID, KEPT, "The budget is spent.");
        finals.freeze(ID, List.of(new Finalist(KEPT, KEPT, "leader")));
        finals.tested(ID, new FinalScore(KEPT, "11010", .6, .4, .8));
    }

    private static Proposal proposal(
            int round, int ordinal, String text, ProgramOrigin origin, ProposalOutcome outcome, List<String> varies) {
        MergeEffect effect = outcome == ProposalOutcome.NEW
                ? new MergeEffect(2, List.of("layer0.attn"), new float[] {.5F, .5F, 0, 1, 1}, new float[0])
                : null;
        return new Proposal(round, ordinal, new ProgramDraft(text, origin, varies, ""), text, outcome, "", effect);
    }

    private static void ran(DevelopmentLedger ledger, int number, String program, String outcomes, Integer... items) {
        List<Integer> asked = List.of(items);
        ledger.ordered(ID, List.of(new RunOrder(number, program, asked, false, Double.NaN, Double.NaN)));
        ledger.ran(ID, new ItemRun(number, program, asked, outcomes), 1);
    }
}

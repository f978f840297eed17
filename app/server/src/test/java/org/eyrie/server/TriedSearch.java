package org.eyrie.server;

import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.model.ModelId;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.DevelopmentPlan;
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
import org.eyrie.program.Program;

/** A search over models of the sample in which a variation did better than the program that it was made from. */
public final class TriedSearch {

    private static final Program SUM = Program.parse("base + .5 * sum(taus)");
    private static final Program KEPT = Program.parse("base + .5 * sum(keep(taus, .3))");

    private TriedSearch() {}

    /** Writes it into a ledger. */
    public static void in(DevelopmentLedger ledger, String name) {
        DevelopmentId id = new DevelopmentId(name);
        ledger.begin(new DevelopmentPlan(
                id,
                new ModelId("mistralai/Mistral-7B-v0.1"),
                List.of(
                        new ModelId("AIDC-ai-business/Marcoroni-7B-v3"),
                        new ModelId("EmbeddedLLM/Mistral-7B-Merge-14-v0.1")),
                "quiz",
                IntStream.range(0, 8)
                        .mapToObj(item -> new SearchItem("sums", "item " + item))
                        .toList(),
                new SearchSettings(1, "guided", "grammar", SearchBudget.ofItems(8))));
        ledger.proposed(id, List.of(proposal(0, SUM, List.of()), proposal(1, KEPT, List.of(SUM.id()))));
        ran(ledger, id, 0, SUM, "1000");
        ran(ledger, id, 1, KEPT, "1110");
        ledger.finished(id, KEPT.id(), "The budget is spent.");
    }

    private static Proposal proposal(int round, Program program, List<String> varies) {
        return new Proposal(
                round,
                0,
                new ProgramDraft(
                        program.text(), varies.isEmpty() ? ProgramOrigin.HUMAN : ProgramOrigin.MUTATION, varies, ""),
                program.id(),
                ProposalOutcome.NEW,
                "",
                new MergeEffect(2, List.of("layer0.attn"), new float[] {.5F, .5F, 0, 1, 1}, new float[0]));
    }

    private static void ran(DevelopmentLedger ledger, DevelopmentId id, int number, Program program, String outcomes) {
        List<Integer> asked = List.of(0, 1, 2, 3);
        ledger.ordered(id, List.of(new RunOrder(number, program.id(), asked, false, Double.NaN, Double.NaN)));
        ledger.ran(id, new ItemRun(number, program.id(), asked, outcomes), 1);
    }
}

package org.eyrie.server;

import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.model.ModelId;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramOrigin;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.ProposalOutcome;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchBudget;
import org.eyrie.model.development.SearchItem;
import org.eyrie.model.development.SearchSettings;
import org.eyrie.program.Program;

/** A search of which two candidates were asked three items each. */
public final class BegunSearch {

    public static final Program SUM = Program.parse("base + .5 * sum(taus)");
    public static final Program ONE = Program.parse("base + tau(1)");

    private BegunSearch() {}

    /** Writes it into a ledger. */
    public static void in(DevelopmentLedger ledger, String name) {
        DevelopmentId id = new DevelopmentId(name);
        ledger.begin(new DevelopmentPlan(
                id,
                new ModelId("acme/seed"),
                List.of(new ModelId("acme/math"), new ModelId("acme/code")),
                "quiz",
                IntStream.range(0, 12)
                        .mapToObj(item -> new SearchItem(item % 2 == 0 ? "sums" : "words", "item " + item))
                        .toList(),
                new SearchSettings(1, "guided", "grammar", SearchBudget.ofItems(10))));
        ledger.proposed(id, List.of(proposal(0, SUM), proposal(1, ONE)));
        ledger.ordered(id, List.of(order(0, SUM), order(1, ONE)));
        ledger.ran(id, new ItemRun(0, SUM.id(), List.of(0, 1, 2), "111"), 1.5);
        ledger.ran(id, new ItemRun(1, ONE.id(), List.of(0, 1, 2), "100"), 1.5);
    }

    private static Proposal proposal(int ordinal, Program program) {
        return new Proposal(
                0,
                ordinal,
                new ProgramDraft(program.text(), ProgramOrigin.HUMAN, List.of(), ""),
                program.id(),
                ProposalOutcome.NEW,
                "",
                null);
    }

    private static RunOrder order(int number, Program program) {
        return new RunOrder(number, program.id(), List.of(0, 1, 2), false, Double.NaN, Double.NaN);
    }
}

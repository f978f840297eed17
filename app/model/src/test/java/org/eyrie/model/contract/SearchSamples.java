package org.eyrie.model.contract;

import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.model.development.DevelopmentId;
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

/** Small searches in few words. */
public final class SearchSamples {

    public static final DevelopmentPlan PLAN = plan("s");

    public static final DevelopmentId ID = PLAN.id();

    private SearchSamples() {}

    /** Four items of two tasks, two parents, a thousand evaluations. */
    public static DevelopmentPlan plan(String name) {
        return new DevelopmentPlan(
                new DevelopmentId(name),
                Samples.model("zoo/seed"),
                Samples.models("zoo/two", "zoo/one"),
                "tasks",
                List.of(item("sub", "x"), item("add", "x"), item("sub", "a"), item("add", "b")),
                new SearchSettings(7, "guided", "grammar", SearchBudget.ofItems(1_000)));
    }

    /** A new program without a described effect. */
    public static Proposal proposal(int round, int ordinal, String program) {
        return proposal(round, ordinal, program, ProposalOutcome.NEW, "");
    }

    public static Proposal proposal(int round, int ordinal, String program, ProposalOutcome outcome, String reason) {
        return new Proposal(
                round,
                ordinal,
                new ProgramDraft("base + taus", ProgramOrigin.GRAMMAR, List.of(), ""),
                program,
                outcome,
                reason,
                null);
    }

    /** An order without a forecast. */
    public static RunOrder order(int number, String program, Integer... items) {
        return new RunOrder(number, program, List.of(items), false, Double.NaN, Double.NaN);
    }

    public static ItemRun run(int number, String program, String outcomes, int... items) {
        return new ItemRun(number, program, IntStream.of(items).boxed().toList(), outcomes);
    }

    private static SearchItem item(String task, String name) {
        return new SearchItem(task, name);
    }
}

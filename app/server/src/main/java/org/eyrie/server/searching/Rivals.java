package org.eyrie.server.searching;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.develop.report.CandidateReport;
import org.eyrie.develop.report.SearchReport;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.Finalist;
import org.eyrie.model.development.ProgramOrigin;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.ProposalOutcome;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.program.Program;

/** A search's leader and what it must be seen beside: those next to it, the best hand-made merge, each parent. */
public final class Rivals {

    /** What a finalist is there for. */
    public static final String LEADER = "leader";

    public static final String FINALIST = "finalist";
    public static final String HAND_MADE = "best hand-made";
    public static final String BROUGHT = "best brought";
    public static final String PARENT = "parent ";

    private final SearchReport report;
    private final DevelopmentPlan plan;
    private final Set<String> handMade = new HashSet<>();
    private final Set<String> brought = new HashSet<>();
    private final Map<String, String> parents = new LinkedHashMap<>();

    public Rivals(SearchRecord record) {
        this.report = SearchReport.of(record, Integer.MAX_VALUE);
        this.plan = record.plan();
        for (int parent = 0; parent < plan.parents().size(); parent++) {
            String text = "base + tau(" + (parent + 1) + ")";
            parents.put(Program.parse(text).id(), text);
        }
        for (Proposal proposal : record.proposals()) {
            ProgramOrigin origin = proposal.draft().origin();
            if (proposal.outcome() != ProposalOutcome.NEW || parents.containsKey(proposal.program())) {
                continue;
            }
            if (origin == ProgramOrigin.HUMAN) {
                handMade.add(proposal.program());
            } else if (origin == ProgramOrigin.TRANSFER) {
                brought.add(proposal.program());
            }
        }
    }

    public SearchReport report() {
        return report;
    }

    /**
     * Who would be judged now, the leader first; nobody while nothing was tried. A program stands once, for what it is there
     * for first.
     *
     * @param best how many of the best by posterior mean, the leader among them, from 1
     */
    public List<Finalist> finalists(int best) {
        CandidateReport leader = report.leader();
        if (leader == null) {
            return List.of();
        }
        Map<String, Finalist> finalists = new LinkedHashMap<>();
        finalists.put(leader.program(), new Finalist(leader.program(), leader.text(), LEADER));
        for (CandidateReport next : report.best()) {
            if (finalists.size() < best) {
                finalists.putIfAbsent(next.program(), new Finalist(next.program(), next.text(), FINALIST));
            }
        }
        addBest(finalists, handMade, HAND_MADE);
        addBest(finalists, brought, BROUGHT);
        int place = 0;
        for (Map.Entry<String, String> parent : parents.entrySet()) {
            String role = PARENT + plan.parents().get(place++);
            finalists.putIfAbsent(parent.getKey(), new Finalist(parent.getKey(), parent.getValue(), role));
        }
        return List.copyOf(finalists.values());
    }

    private void addBest(Map<String, Finalist> finalists, Set<String> among, String role) {
        report.best().stream()
                .filter(next -> among.contains(next.program()))
                .findFirst()
                .ifPresent(
                        next -> finalists.putIfAbsent(next.program(), new Finalist(next.program(), next.text(), role)));
    }
}

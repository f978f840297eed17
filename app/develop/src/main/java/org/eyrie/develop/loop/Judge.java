package org.eyrie.develop.loop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eyrie.develop.contest.EffectDistance;
import org.eyrie.develop.port.MergeMaker;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.Sha256;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.ProposalOutcome;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.program.Program;
import org.eyrie.task.Progress;

/** Says of every draft whether it is a program, whether it is new, and what it does. */
final class Judge {

    private static final int HASH_BYTES = 6;

    private final MergeMaker maker;
    private final int parents;
    private final Set<String> known = new HashSet<>();
    private final Map<String, MergeEffect> effects = new LinkedHashMap<>();

    /** For the next proposals of a search. */
    Judge(SearchRecord record, MergeMaker maker) {
        this.maker = maker;
        this.parents = record.plan().parents().size();
        for (Proposal proposal : record.proposals()) {
            known.add(proposal.program());
            MergeEffect effect = proposal.effect();
            if (effect != null) {
                effects.putIfAbsent(proposal.program(), effect);
            }
        }
    }

    /** In the order of the drafts; of two that are one, the first is new. */
    List<Proposal> judge(int round, List<ProgramDraft> drafts, Progress progress) {
        List<Proposal> proposals = new ArrayList<>();
        for (ProgramDraft draft : drafts) {
            progress.check();
            proposals.add(judge(round, proposals.size(), draft));
        }
        return proposals;
    }

    private Proposal judge(int round, int ordinal, ProgramDraft draft) {
        try {
            Program program = Program.parse(draft.text());
            List<Fault> refusals = program.needs().refusals(parents);
            if (!refusals.isEmpty()) {
                return refused(round, ordinal, draft, program.id(), reason(refusals));
            }
            if (!known.add(program.id())) {
                return new Proposal(
                        round, ordinal, draft, program.id(), ProposalOutcome.SAME_PROGRAM, program.id(), null);
            }
            return described(round, ordinal, draft, program);
        } catch (InvalidInputException e) {
            return refused(round, ordinal, draft, "text:" + hash(draft.text()), reason(e.faults()));
        }
    }

    private Proposal described(int round, int ordinal, ProgramDraft draft, Program program) {
        MergeEffect effect;
        try {
            effect = maker.describe(program);
        } catch (InvalidInputException e) {
            return refused(round, ordinal, draft, program.id(), reason(e.faults()));
        }
        for (Map.Entry<String, MergeEffect> earlier : effects.entrySet()) {
            if (EffectDistance.same(earlier.getValue(), effect)) {
                return new Proposal(
                        round, ordinal, draft, program.id(), ProposalOutcome.SAME_EFFECT, earlier.getKey(), null);
            }
        }
        effects.put(program.id(), effect);
        return new Proposal(round, ordinal, draft, program.id(), ProposalOutcome.NEW, "", effect);
    }

    private static Proposal refused(int round, int ordinal, ProgramDraft draft, String id, String reason) {
        return new Proposal(round, ordinal, draft, id, ProposalOutcome.REFUSED, reason, null);
    }

    private static String reason(List<Fault> faults) {
        return faults.stream().map(Fault::toString).collect(Collectors.joining("; "));
    }

    private static String hash(String text) {
        return Sha256.hex(text).substring(0, 2 * HASH_BYTES);
    }
}

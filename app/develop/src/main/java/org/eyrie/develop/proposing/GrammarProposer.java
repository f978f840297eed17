package org.eyrie.develop.proposing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eyrie.develop.contest.Contenders;
import org.eyrie.develop.contest.Draws;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramProposer;
import org.eyrie.model.development.SearchRecord;

/**
 * Draws programs from a grammar whose weights follow what turned out well, and varies the best of every species;
 * deterministic from the search's seed and its record.
 */
public final class GrammarProposer implements ProgramProposer {

    private final boolean learns;

    private GrammarProposer(boolean learns) {
        this.learns = learns;
    }

    /** Learns from the record. */
    public static GrammarProposer learning() {
        return new GrammarProposer(true);
    }

    /** Draws from the grammar as it is, whatever the record says: what searches are compared with. */
    public static GrammarProposer unlearned() {
        return new GrammarProposer(false);
    }

    @Override
    public List<ProgramDraft> propose(SearchRecord record, int count) {
        Contenders contenders = Contenders.of(record);
        DevelopmentPlan plan = record.plan();
        Random random = Draws.of(plan.settings().seed(), contenders.rounds(), "proposals");
        int parents = plan.parents().size();
        GrammarWeights weights = learns ? GrammarWeights.learned(contenders) : GrammarWeights.unlearned(parents);
        ProgramGrammar grammar = new ProgramGrammar(weights, random, parents);
        Breeding breeding = Breeding.of(contenders, random);
        List<ProgramDraft> drafts = new ArrayList<>();
        if (learns && breeding.possible()) {
            drafts.addAll(breeding.drafts(count / 2));
        }
        while (drafts.size() < count) {
            drafts.add(grammar.draw());
        }
        return drafts;
    }
}

package org.eyrie.develop.proposing;

import java.util.List;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramProposer;
import org.eyrie.model.development.SearchRecord;

/** Draws programs from a grammar whose weights follow what turned out well; deterministic from the search's seed. */
public final class GrammarProposer implements ProgramProposer {

    public GrammarProposer() {}

    @Override
    public List<ProgramDraft> propose(SearchRecord record, int count) {
        return List.of();
    }
}

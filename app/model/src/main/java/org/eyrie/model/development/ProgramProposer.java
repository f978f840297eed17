package org.eyrie.model.development;

import java.util.List;

/** Writes programs. What it writes is parsed as a program or refused; nothing of it is ever executed. */
@FunctionalInterface
public interface ProgramProposer {

    /**
     * Up to so many drafts; fewer, or none, where it knows no more.
     *
     * @param record what was tried so far and how it went
     */
    List<ProgramDraft> propose(SearchRecord record, int count);
}

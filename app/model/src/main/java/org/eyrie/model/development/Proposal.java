package org.eyrie.model.development;

import org.jspecify.annotations.Nullable;

/**
 * A proposal as it was judged. {@code (round, ordinal)} is its key: writing it again changes nothing.
 *
 * @param round from 0
 * @param ordinal within the round, from 0
 * @param program id of the program; of what does not parse {@code text:} and a hash
 * @param reason why it was refused, or the program it repeats; empty for what is new
 * @param effect what it does to the parents; null unless new and described
 */
public record Proposal(
        int round,
        int ordinal,
        ProgramDraft draft,
        String program,
        ProposalOutcome outcome,
        String reason,
        @Nullable MergeEffect effect) {}

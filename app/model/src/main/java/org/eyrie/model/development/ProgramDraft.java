package org.eyrie.model.development;

import java.util.List;

/**
 * What somebody proposes: a text that may or may not be a program.
 *
 * @param varies ids of the programs that it was made from; none where it was written afresh
 * @param note what its author says of it, such as an idea in words; may be empty
 */
public record ProgramDraft(String text, ProgramOrigin origin, List<String> varies, String note) {

    public ProgramDraft {
        varies = List.copyOf(varies);
    }
}

package org.eyrie.server.screening;

import java.util.List;
import org.eyrie.model.ModelId;
import org.eyrie.program.Program;

/**
 * A planned merge of which it is known how it would be made.
 *
 * @param label what the answer calls it
 * @param base what the merge adds to
 * @param parents in the order in which the program counts them
 */
public record ProgrammedPlan(String label, Program program, ModelId base, List<ModelId> parents) {

    public ProgrammedPlan {
        parents = List.copyOf(parents);
    }
}

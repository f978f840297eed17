package org.eyrie.lrmf.items;

import java.io.Serializable;
import java.util.Arrays;
import org.eyrie.lrmf.outcomes.ChunkState;
import org.eyrie.lrmf.outcomes.OutcomeChunk;
import org.eyrie.lrmf.outcomes.OutcomeShared;

/** Reads off a chunk, where it lies, what its models' own items told. */
final class ChunkResiduals {

    private ChunkResiduals() {}

    /**
     * What is asked for.
     *
     * @param rows of all models, ascending
     */
    @SuppressWarnings("ArrayRecordComponent") // read at once
    record Asked(OutcomeShared shared, int[] rows) implements Serializable {}

    static boolean[] seen(OutcomeChunk chunk) {
        boolean[] seen = new boolean[chunk.models()];
        for (int u = 0; u < seen.length; u++) {
            seen[u] = chunk.table().cells(u) > 0;
        }
        return seen;
    }

    static double[] skills(OutcomeShared shared, OutcomeChunk chunk, ChunkState state) {
        ResidualReading reading = new ResidualReading(shared, state.attached());
        int d = shared.settings().rank();
        double[] skills = new double[chunk.models() * d];
        for (int u = 0; u < chunk.models(); u++) {
            if (chunk.table().cells(u) > 0 && !state.hides(u)) {
                System.arraycopy(reading.skills(state.factors().posterior(u, shared), u), 0, skills, u * d, d);
            }
        }
        return skills;
    }

    static ItemResidual[] of(Asked asked, OutcomeChunk chunk, ChunkState state) {
        ResidualReading reading = new ResidualReading(asked.shared, state.attached());
        return Arrays.stream(chunk.among(asked.rows))
                .mapToObj(u -> reading.of(state.factors().posterior(u, asked.shared), chunk.table(), u))
                .toArray(ItemResidual[]::new);
    }
}

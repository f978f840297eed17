package org.eyrie.server.developing;

import org.eyrie.program.run.TensorGroup;
import org.eyrie.program.run.TensorPlace;

/**
 * A tensor of as many elements as there are parents, in which each parent's task vector is 1 at its own place and 0 elsewhere: a
 * weighted sum of task vectors shows its weights there.
 */
record UnitGroup(TensorPlace place, int parents) implements TensorGroup {

    @Override
    public String name() {
        return "weights";
    }

    @Override
    public long rows() {
        return 1;
    }

    @Override
    public long columns() {
        return parents;
    }

    @Override
    public void read(int model, long from, float[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = from + i == model - 1 ? 1 : 0;
        }
    }
}

package org.eyrie.develop.world;

import org.eyrie.program.run.TensorGroup;
import org.eyrie.program.run.TensorPlace;

/** A tensor in which each parent's task vector is 1 at its own place. */
record UnitTensor(String name, int parents) implements TensorGroup {

    @Override
    public TensorPlace place() {
        return TensorPlace.of(name, 2);
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

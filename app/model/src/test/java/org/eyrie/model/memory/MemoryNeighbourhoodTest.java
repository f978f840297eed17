package org.eyrie.model.memory;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.NeighbourhoodContract;

class MemoryNeighbourhoodTest extends NeighbourhoodContract {

    @Override
    protected Stores empty() {
        return MemoryStores.empty();
    }
}

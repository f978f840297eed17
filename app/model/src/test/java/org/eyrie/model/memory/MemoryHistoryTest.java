package org.eyrie.model.memory;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.HistoryContract;

class MemoryHistoryTest extends HistoryContract {

    @Override
    protected Stores empty() {
        return MemoryStores.empty();
    }
}

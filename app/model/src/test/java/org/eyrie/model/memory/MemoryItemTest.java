package org.eyrie.model.memory;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.ItemContract;

class MemoryItemTest extends ItemContract {

    @Override
    protected Stores empty() {
        return MemoryStores.empty();
    }
}

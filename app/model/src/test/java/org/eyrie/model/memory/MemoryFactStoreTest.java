package org.eyrie.model.memory;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.FactStoreContract;

class MemoryFactStoreTest extends FactStoreContract {

    @Override
    protected Stores empty() {
        return MemoryStores.empty();
    }
}

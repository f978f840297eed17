package org.eyrie.model.memory;

import org.eyrie.model.contract.FactStoreContract;
import org.eyrie.model.contract.Ports;

class MemoryFactStoreTest extends FactStoreContract {

    @Override
    protected Ports empty() {
        MemoryStores stores = new MemoryStores();
        return new Ports(stores.facts(), stores.lineage(), stores.scores(), stores.fits(), stores.recipes());
    }
}

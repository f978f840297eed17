package org.eyrie.model.memory;

import org.eyrie.model.contract.ItemContract;
import org.eyrie.model.contract.Ports;

class MemoryItemTest extends ItemContract {

    @Override
    protected Ports empty() {
        MemoryStores stores = new MemoryStores();
        return new Ports(stores.facts(), stores.lineage(), stores.scores(), stores.fits(), stores.recipes());
    }
}

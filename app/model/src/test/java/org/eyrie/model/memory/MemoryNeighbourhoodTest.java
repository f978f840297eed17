package org.eyrie.model.memory;

import org.eyrie.model.contract.NeighbourhoodContract;
import org.eyrie.model.contract.Ports;

class MemoryNeighbourhoodTest extends NeighbourhoodContract {

    @Override
    protected Ports empty() {
        MemoryStores stores = new MemoryStores();
        return new Ports(stores.facts(), stores.lineage(), stores.scores(), stores.fits(), stores.recipes());
    }
}

package org.eyrie.model.memory;

import org.eyrie.model.contract.Ports;
import org.eyrie.model.contract.ScoreStoreContract;

class MemoryScoreStoreTest extends ScoreStoreContract {

    @Override
    protected Ports empty() {
        MemoryStores stores = new MemoryStores();
        return new Ports(stores.facts(), stores.lineage(), stores.scores(), stores.fits(), stores.recipes());
    }
}

package org.eyrie.model.memory;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.ScoreStoreContract;

class MemoryScoreStoreTest extends ScoreStoreContract {

    @Override
    protected Stores empty() {
        return MemoryStores.empty();
    }
}

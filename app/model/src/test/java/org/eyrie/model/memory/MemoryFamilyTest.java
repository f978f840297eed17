package org.eyrie.model.memory;

import org.eyrie.model.Stores;
import org.eyrie.model.contract.FamilyContract;

class MemoryFamilyTest extends FamilyContract {

    @Override
    protected Stores empty() {
        return MemoryStores.empty();
    }
}

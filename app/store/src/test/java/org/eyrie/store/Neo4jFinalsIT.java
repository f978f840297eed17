package org.eyrie.store;

import org.eyrie.model.contract.FinalsContract;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.FinalsLedger;

class Neo4jFinalsIT extends FinalsContract {

    private final Neo4jStores stores = TestDatabase.emptyStores();

    @Override
    protected DevelopmentLedger searches() {
        return stores.developments();
    }

    @Override
    protected FinalsLedger finals() {
        return stores.finals();
    }
}

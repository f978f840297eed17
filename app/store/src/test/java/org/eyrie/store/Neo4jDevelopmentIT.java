package org.eyrie.store;

import org.eyrie.model.contract.DevelopmentLedgerContract;
import org.eyrie.model.development.DevelopmentLedger;

class Neo4jDevelopmentIT extends DevelopmentLedgerContract {

    @Override
    protected DevelopmentLedger empty() {
        return TestDatabase.emptyStores().developments();
    }
}

package org.eyrie.store;

import org.eyrie.model.contract.OrderContract;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.OrderLedger;

class Neo4jOrdersIT extends OrderContract {

    private final Neo4jStores stores = TestDatabase.emptyStores();

    @Override
    protected DevelopmentLedger searches() {
        return stores.developments();
    }

    @Override
    protected OrderLedger orders() {
        return stores.orders();
    }
}

package org.eyrie.model.memory;

import org.eyrie.model.contract.OrderContract;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.OrderLedger;

class MemoryOrdersTest extends OrderContract {

    private final InMemoryDevelopmentLedger searches = new InMemoryDevelopmentLedger();

    @Override
    protected DevelopmentLedger searches() {
        return searches;
    }

    @Override
    protected OrderLedger orders() {
        return searches;
    }
}

package org.eyrie.model.memory;

import org.eyrie.model.contract.FinalsContract;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.FinalsLedger;

class MemoryFinalsTest extends FinalsContract {

    private final DevelopmentLedger searches = new InMemoryDevelopmentLedger();

    @Override
    protected DevelopmentLedger searches() {
        return searches;
    }

    @Override
    protected FinalsLedger finals() {
        return new InMemoryFinalsLedger(searches);
    }
}

package org.eyrie.model.memory;

import org.eyrie.model.contract.DevelopmentLedgerContract;
import org.eyrie.model.development.DevelopmentLedger;

class MemoryDevelopmentTest extends DevelopmentLedgerContract {

    @Override
    protected DevelopmentLedger empty() {
        return new InMemoryDevelopmentLedger();
    }
}

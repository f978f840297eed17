// One writer at a time
//
// Takes the write lock of the ledger until the transaction ends, so that two writers cannot close a cycle between
// them. Must be the first statement of the transaction.
//
// Parameters none
//
// Returns  nothing
// Bound    a property of its own: setting version to itself would write back a value read before the lock was had
MERGE (ledger:Ledger {name: 'facts'})
ON CREATE SET ledger.version = 0
SET ledger.locked = true;

// A new version of the facts
//
// Counts up, once per transaction that created or changed something.
//
// Parameters none
//
// Returns  version - the new one
MATCH (ledger:Ledger {name: 'facts'})
SET ledger.version = ledger.version + 1
RETURN ledger.version AS version;

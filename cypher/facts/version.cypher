// The version of the facts
//
// A number that grows with every write that created or changed something.
//
// Parameters none
//
// Returns  version - one row, none in a database without the schema
MATCH (ledger:Ledger {name: 'facts'})
RETURN ledger.version AS version;

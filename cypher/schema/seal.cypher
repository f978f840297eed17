// Write down that the schema is complete
//
// So that the next command sees it in one look.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param seal => '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
//
// Returns  sealed - 1
// Bound    one row
MERGE (ledger:Ledger {name: 'schema'})
SET ledger.seal = $seal
RETURN count(*) AS sealed;

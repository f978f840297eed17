// What an empty database has counted
//
// Whether there is nothing but the schema and the ledger: facts, fits, tokens, jobs and whatever else a person put there
// count as something.
//
// Parameters none
//
// Returns  version, imports - one row where it is empty, of the facts' version and the last import's number; else none
MATCH (ledger:Ledger {name: 'facts'})
WHERE NOT EXISTS {
  MATCH (node)
  WHERE NOT node:Ledger AND NOT node:__Neo4jMigration AND NOT node:__Neo4jMigrationsLock
}
RETURN ledger.version AS version, coalesce(ledger.imports, 0) AS imports;

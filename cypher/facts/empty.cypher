// Whether the database is empty
//
// Whether there is nothing but the schema and the ledger: facts, fits, tokens, jobs and whatever else a person put there
// count as something.
//
// Parameters none
//
// Returns  empty, version, imports - one row, of the facts' version and the last import's number besides; none in a
//          database without the schema
MATCH (ledger:Ledger {name: 'facts'})
RETURN
  ledger.version AS version, coalesce(ledger.imports, 0) AS imports,
  NOT EXISTS {
    MATCH (node)
    WHERE NOT node:Ledger AND NOT node:__Neo4jMigration AND NOT node:__Neo4jMigrationsLock
  } AS empty;

// What was done to the schema, and how it was when last found complete
//
// Every command looks here first. Where both agree there is nothing to do.
//
// Parameters none
//
// Returns  applied - versions and checksums of the migrations that were run, by version
//          seal    - what was written down then, null where nothing was
// Bound    one row; some twenty migrations
OPTIONAL MATCH (migration:__Neo4jMigration)
WITH migration ORDER BY migration.version
WITH collect(migration.version + ' ' + coalesce(migration.checksum, '')) AS applied
OPTIONAL MATCH (ledger:Ledger {name: 'schema'})
RETURN applied, ledger.seal AS seal;

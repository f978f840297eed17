// The number of an import
//
// The one that it has, or the one that it gets with the first fact it creates or changes.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param run => 'example'
//
// Returns  number, state, version - one row; state is null where it has none yet, version is that of the facts
MATCH (ledger:Ledger {name: 'facts'})
OPTIONAL MATCH (import:Import {run: $run})
RETURN
  coalesce(import.number, coalesce(ledger.imports, 0) + 1) AS number, import.state AS state, ledger.version AS version;

// What an import wrote so far
//
// Adds what it created and changed; the first time it is given its number.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param run => 'example'
//   :param number => 1
//   :param source => 'scores.csv'
//   :param startedAt => datetime('2025-01-01T00:00:00Z')
//   :param counts => {scores_created: 5, scores_changed: 1}
//
// Returns  nothing
MATCH (ledger:Ledger {name: 'facts'})
MERGE (import:Import {run: $run})
ON CREATE SET
  import.number = $number, import.source = $source, import.started_at = $startedAt, import.state = 'running',
  ledger.imports = $number
FOREACH (name IN keys($counts) | SET import[name] = coalesce(import[name], 0) + $counts[name]);

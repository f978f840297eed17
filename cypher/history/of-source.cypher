// Imports of a source
//
// Those that were not taken back yet.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param source => 'scores.csv'
//
// Returns  import - a map of its properties; by number, the highest first
MATCH (import:Import {source: $source})
WHERE import.state <> 'undone'
RETURN properties(import) AS import
ORDER BY import.number DESC;

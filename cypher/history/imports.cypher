// Imports
//
// What was imported, the last one first, and whether it was taken back.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param before => 9223372036854775807
//   :param limit => 20
//
// Returns  import - a map of its properties; by number, the highest first
MATCH (import:Import)
WHERE import.number < $before
WITH import
ORDER BY import.number DESC
LIMIT $limit
RETURN properties(import) AS import
ORDER BY import.number DESC;

// One import
//
// What it was and how far it is.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param number => 1
//
// Returns  import - a map of its properties; no row where there is none
MATCH (import:Import {number: $number})
RETURN properties(import) AS import;

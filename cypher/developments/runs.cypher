// The orders of a search
//
// Every order that was given, with what came of it where something did.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'ciphers-1'
//
// Returns  run - its properties, by number
MATCH (:Development {id: $id})-[:ORDERED]->(run:Run)
RETURN run {.*} AS run
ORDER BY run.number;

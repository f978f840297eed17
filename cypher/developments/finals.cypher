// The finals of a search
//
// Which programs of a search are judged by test items, and how they did so far.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'ciphers-1'
//
// Returns  program, judged - in the order in which they were settled
MATCH (:Development {id: $id})-[judged:JUDGED]->(algorithm:Algorithm)
RETURN algorithm.id AS program, judged {.*} AS judged
ORDER BY judged.place;

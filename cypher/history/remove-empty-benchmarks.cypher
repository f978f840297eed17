// Benchmarks without scores
//
// Deletes some of those that nobody brought, on which no score is left, with their items and what was predicted on them; to be
// repeated until there are none.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param limit => 50
//
// Returns  removed, predictions - one row
MATCH (benchmark:Benchmark {recorded_in: 0})
WHERE NOT EXISTS { (benchmark)<-[:EVALUATED_ON]-() }
WITH benchmark, COUNT { (benchmark)<-[:PREDICTED]-() } AS predictions
LIMIT $limit
CALL (benchmark) {
  OPTIONAL MATCH (benchmark)-[:HAS_ITEM]->(item:Item)
  DETACH DELETE item
}
DETACH DELETE benchmark
RETURN count(*) AS removed, sum(predictions) AS predictions;

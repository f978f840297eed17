// Items of a benchmark
//
// Names of the items, hashes usually, in the order of the outcomes on the benchmark; only where sources name them.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param benchmarkId => 'GSM8K (5-shot)'
//
// Returns  item, position - by position, from 0 without gaps
MATCH (:Benchmark {id: $benchmarkId})-[has:HAS_ITEM]->(item:Item)
RETURN item.hash AS item, has.position AS position
ORDER BY position;

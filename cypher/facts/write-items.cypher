// Write items
//
// Keeps the names of items and where each stands in the outcomes on its benchmark. Benchmarks must be there.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param rows => [{benchmark: 'GSM8K (5-shot)', item: '5e01', position: 0, key: 'GSM8K (5-shot)/5e01'}]
//   :param origin => {recorded_in: 1}
//
// Returns  nothing
// Bound    an item is of one benchmark: names such as 1 stand for something else in another
UNWIND $rows AS row
MATCH (benchmark:Benchmark {id: row.benchmark})
MERGE (item:Item {key: row.key})
ON CREATE SET item.recorded_in = $origin.recorded_in
SET item.hash = row.item
MERGE (benchmark)-[has:HAS_ITEM]->(item)
SET has.position = row.position;

UNWIND $rows AS row
MATCH (benchmark:Benchmark {id: row.benchmark})
MERGE (item:Item {key: row.key})
SET item.hash = row.item
MERGE (benchmark)-[has:HAS_ITEM]->(item)
SET has.position = row.position;

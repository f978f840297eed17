UNWIND $rows AS row
MATCH (model:Model {id: row.model})
MATCH (benchmark:Benchmark {id: row.benchmark})
MERGE (model)-[measured:EVALUATED_ON]->(benchmark)
SET measured.score = row.score, measured.items = row.items, measured.stderr = row.stderr, measured.source = row.source;

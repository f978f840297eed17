UNWIND $rows AS row
MATCH (model:Model {id: row.model})
MATCH (benchmark:Benchmark {id: row.benchmark})
MERGE (model)-[predicted:PREDICTED]->(benchmark)
SET predicted.mean = row.mean, predicted.lower = row.lower, predicted.upper = row.upper,
    predicted.level = row.level, predicted.fit = row.fit;

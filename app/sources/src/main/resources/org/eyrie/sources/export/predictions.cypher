UNWIND $rows AS row
MATCH (model:Model {id: row.model})
MATCH (benchmark:Benchmark {id: row.benchmark})
MERGE (model)-[predicted:PREDICTED]->(benchmark)
SET predicted.mean = row.mean, predicted.lower = row.lower, predicted.upper = row.upper,
    predicted.level = row.level, predicted.fit = row.fit, predicted.left_out_mean = row.left_out_mean,
    predicted.left_out_lower = row.left_out_lower, predicted.left_out_upper = row.left_out_upper;

UNWIND $rows AS row
MERGE (benchmark:Benchmark {id: row.id})
SET benchmark += row.details;

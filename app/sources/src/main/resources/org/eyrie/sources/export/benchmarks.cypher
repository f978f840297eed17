UNWIND $rows AS row
MERGE (:Benchmark {id: row.id});

// Every score
//
// The whole score table, a row per cell that was measured.
//
// Parameters none
//
// Returns  model, benchmark, score, items, stderr, source, measured_at, recorded_from - by model, then benchmark
MATCH (model:Model)-[evaluation:EVALUATED_ON]->(benchmark:Benchmark)
RETURN
  model.id AS model, benchmark.id AS benchmark, evaluation.score AS score, evaluation.items AS items,
  evaluation.stderr AS stderr, evaluation.source AS source, evaluation.measured_at AS measured_at,
  evaluation.recorded_from AS recorded_from
ORDER BY model, benchmark;

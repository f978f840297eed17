// Best models on a benchmark
//
// The leaderboard of one benchmark.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param benchmarkId => 'MMLU (5-shot)'
//   :param limit => 10
//
// Returns  model, benchmark, score, items, stderr, source, measured_at - best first, then by model
MATCH (model:Model)-[evaluation:EVALUATED_ON]->(benchmark:Benchmark {id: $benchmarkId})
RETURN
  model.id AS model, benchmark.id AS benchmark, evaluation.score AS score, evaluation.items AS items,
  evaluation.stderr AS stderr, evaluation.source AS source, evaluation.measured_at AS measured_at
ORDER BY score DESC, model
LIMIT $limit;

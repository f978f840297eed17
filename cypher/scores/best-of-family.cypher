// Best models of a family on a benchmark
//
// The leaderboard of one benchmark among a founder and its descendants.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param founderId => 'mistralai/Mistral-7B-v0.1'
//   :param benchmarkId => 'MMLU (5-shot)'
//   :param limit => 10
//
// Returns  model, benchmark, score, items, stderr, source, measured_at - best first, then by model
MATCH (:Model {id: $founderId})<-[:DERIVED_FROM*0..]-(model:Model)
WITH DISTINCT model
MATCH (model)-[evaluation:EVALUATED_ON]->(benchmark:Benchmark {id: $benchmarkId})
RETURN
  model.id AS model, benchmark.id AS benchmark, evaluation.score AS score, evaluation.items AS items,
  evaluation.stderr AS stderr, evaluation.source AS source, evaluation.measured_at AS measured_at
ORDER BY score DESC, model
LIMIT $limit;

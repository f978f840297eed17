// The biggest surprises
//
// Scores furthest outside of the interval predicted without them: a remarkable model, a wrong parent, a leaked test.
//
// Parameters none
//
// Returns  model, benchmark, measured, predicted (without that measurement), outside (distance from the interval),
//          paths (to the parents)
MATCH (model:Model)-[prediction:PREDICTED]->(benchmark:Benchmark)
WHERE prediction.left_out_mean IS NOT NULL
MATCH (model)-[evaluation:EVALUATED_ON]->(benchmark)
WITH model, benchmark, prediction, evaluation,
     CASE
       WHEN evaluation.score > prediction.left_out_upper THEN evaluation.score - prediction.left_out_upper
       WHEN evaluation.score < prediction.left_out_lower THEN prediction.left_out_lower - evaluation.score
     END AS outside
WHERE outside IS NOT NULL
ORDER BY outside DESC, model.id, benchmark.id
LIMIT 15
RETURN
  model.id AS model, benchmark.id AS benchmark, evaluation.score AS measured,
  round(prediction.left_out_mean, 4) AS predicted, round(outside, 4) AS outside,
  [path = (model)-[:DERIVED_FROM]->(:Model) | path] AS paths
ORDER BY outside DESC, model, benchmark;

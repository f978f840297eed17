// Keep how predictions stood the test
//
// Of scores that came after the latest fit had predicted them; to be run once, before its predictions are replaced.
//
// Parameters none
//
// Returns  nothing
MATCH (fit:Fit)
WITH fit
ORDER BY coalesce(fit.number, 0) DESC, fit.created_at DESC, fit.id DESC
LIMIT 1
MATCH (model:Model)-[prediction:PREDICTED {fit: fit.id}]->(benchmark:Benchmark)
WHERE prediction.left_out_mean IS NULL
MATCH (model)-[evaluation:EVALUATED_ON]->(benchmark)
WHERE evaluation.recorded_at > fit.created_at
WITH
  benchmark.id AS benchmark, count(*) AS scores,
  sum(CASE WHEN prediction.lower <= evaluation.score <= prediction.upper THEN 1 ELSE 0 END) AS held,
  sum(prediction.level) AS level, sum(evaluation.score - prediction.mean) AS errors,
  sum((evaluation.score - prediction.mean) * (evaluation.score - prediction.mean)) AS squares
MERGE (kept:Hindsight {benchmark: benchmark})
SET
  kept.scores = coalesce(kept.scores, 0) + scores, kept.held = coalesce(kept.held, 0) + held,
  kept.level = coalesce(kept.level, 0.0) + level, kept.errors = coalesce(kept.errors, 0.0) + errors,
  kept.squares = coalesce(kept.squares, 0.0) + squares;

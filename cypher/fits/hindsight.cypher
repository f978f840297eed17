// How predictions stood the test
//
// Of scores that came after the latest fit had predicted them, together with what is kept of those before earlier fits.
//
// Parameters none
//
// Returns  benchmark, scores, held (how many lay within the interval), level, errors, squares (sums of what intervals
//          promised, of measured less predicted, and of its square) - by benchmark; no rows where none came
CALL () {
  MATCH (kept:Hindsight)
  RETURN
    kept.benchmark AS benchmark, kept.scores AS scores, kept.held AS held, kept.level AS level, kept.errors AS errors,
    kept.squares AS squares
  UNION ALL
  MATCH (fit:Fit)
  WITH fit
  ORDER BY coalesce(fit.number, 0) DESC, fit.created_at DESC, fit.id DESC
  LIMIT 1
  MATCH (model:Model)-[prediction:PREDICTED {fit: fit.id}]->(benchmark:Benchmark)
  WHERE prediction.left_out_mean IS NULL
  MATCH (model)-[evaluation:EVALUATED_ON]->(benchmark)
  WHERE evaluation.recorded_at > fit.created_at
  RETURN
    benchmark.id AS benchmark, 1 AS scores,
    CASE WHEN prediction.lower <= evaluation.score <= prediction.upper THEN 1 ELSE 0 END AS held,
    prediction.level AS level, evaluation.score - prediction.mean AS errors,
    (evaluation.score - prediction.mean) * (evaluation.score - prediction.mean) AS squares
}
RETURN
  benchmark, sum(scores) AS scores, sum(held) AS held, sum(level) AS level, sum(errors) AS errors,
  sum(squares) AS squares
ORDER BY benchmark;

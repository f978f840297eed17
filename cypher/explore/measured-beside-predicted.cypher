// Measured beside predicted
//
// What was measured of a model and what is predicted, benchmark by benchmark. Where it was measured, the prediction is the
// one without that measurement.
//
// Parameters (none is needed: null takes the default; to ask otherwise, write into the first line):
//   :param modelId => null
// Default  modelId: the model with most scores that is predicted too
//
// Returns  benchmark, measured, predicted, lower, upper, inside (whether the interval holds the measurement), paths -
//          by benchmark; measured is null where nobody measured; predicted is null where nothing but the measurement
//          says anything, or it is younger than the prediction
WITH {modelId: null} AS chosen
MATCH (model:Model)
WHERE EXISTS { (model)-[:PREDICTED]->() } AND (chosen.modelId IS NULL OR model.id = chosen.modelId)
WITH model
ORDER BY COUNT { (model)-[:EVALUATED_ON]->() } DESC, model.id
LIMIT 1
MATCH predictedPath = (model)-[prediction:PREDICTED]->(benchmark:Benchmark)
OPTIONAL MATCH measuredPath = (model)-[evaluation:EVALUATED_ON]->(benchmark)
WITH benchmark, evaluation, predictedPath, measuredPath,
     CASE WHEN evaluation IS NULL THEN prediction.mean ELSE prediction.left_out_mean END AS predicted,
     CASE WHEN evaluation IS NULL THEN prediction.lower ELSE prediction.left_out_lower END AS lower,
     CASE WHEN evaluation IS NULL THEN prediction.upper ELSE prediction.left_out_upper END AS upper
RETURN
  benchmark.id AS benchmark, evaluation.score AS measured, round(predicted, 4) AS predicted,
  round(lower, 4) AS lower, round(upper, 4) AS upper, lower <= evaluation.score <= upper AS inside,
  [path IN [measuredPath, predictedPath] WHERE path IS NOT NULL] AS paths
ORDER BY benchmark;

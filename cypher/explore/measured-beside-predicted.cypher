// Measured beside predicted
//
// What was measured of a model and what is predicted, benchmark by benchmark.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param modelId => 'mlabonne/NeuralBeagle14-7B'
//
// Returns  benchmark, measured, predicted, lower, upper, inside (whether the interval holds the measurement), paths -
//          by benchmark; measured is null where nobody measured
MATCH predictedPath = (model:Model {id: $modelId})-[prediction:PREDICTED]->(benchmark:Benchmark)
OPTIONAL MATCH measuredPath = (model)-[evaluation:EVALUATED_ON]->(benchmark)
RETURN
  benchmark.id AS benchmark, evaluation.score AS measured, round(prediction.mean, 4) AS predicted,
  round(prediction.lower, 4) AS lower, round(prediction.upper, 4) AS upper,
  prediction.lower <= evaluation.score <= prediction.upper AS inside,
  [path IN [measuredPath, predictedPath] WHERE path IS NOT NULL] AS paths
ORDER BY benchmark;

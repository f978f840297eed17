// Predictions for some models
//
// What is predicted of the models asked for, whichever fit it comes from.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param ids => ['mlabonne/NeuralBeagle14-7B']
//
// Returns  model, benchmark, mean, lower, upper, level, fit, left_out_mean, left_out_lower, left_out_upper (the same
//          without the own measurement, null where there is none) - by model, then benchmark
UNWIND $ids AS wanted
MATCH (model:Model {id: wanted})-[prediction:PREDICTED]->(benchmark:Benchmark)
USING INDEX SEEK model:Model(id)
RETURN DISTINCT
  model.id AS model, benchmark.id AS benchmark, prediction.mean AS mean, prediction.lower AS lower,
  prediction.upper AS upper, prediction.level AS level, prediction.fit AS fit,
  prediction.left_out_mean AS left_out_mean, prediction.left_out_lower AS left_out_lower,
  prediction.left_out_upper AS left_out_upper
ORDER BY model, benchmark;

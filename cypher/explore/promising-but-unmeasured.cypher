// Promising but unmeasured
//
// Models nobody evaluated on a benchmark, by the lower end of what is predicted: what should be measured next?
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param benchmarkId => 'MMLU (5-shot)'
//   :param limit => 15
//
// Returns  model, lower, predicted, upper, paths (the prediction and the parents) - the most promising first
MATCH path = (model:Model)-[prediction:PREDICTED]->(benchmark:Benchmark {id: $benchmarkId})
WHERE NOT EXISTS { (model)-[:EVALUATED_ON]->(benchmark) }
WITH path, model, prediction
ORDER BY prediction.lower DESC, model.id
LIMIT $limit
RETURN
  model.id AS model, round(prediction.lower, 4) AS lower, round(prediction.mean, 4) AS predicted,
  round(prediction.upper, 4) AS upper, [path] + [parent = (model)-[:DERIVED_FROM]->(:Model) | parent] AS paths
ORDER BY lower DESC, model;

// Promising but unmeasured
//
// Models nobody evaluated on a benchmark, by the lower end of what is predicted: what should be measured next?
//
// Parameters (none is needed: null takes the default; to ask otherwise, write into the first line):
//   :param benchmarkId => null
// Default  benchmarkId: the benchmark that has most to show
//
// Returns  model, lower, predicted, upper, paths (the prediction and the parents) - the most promising first
WITH {benchmarkId: null} AS chosen
MATCH (benchmark:Benchmark)
WHERE chosen.benchmarkId IS NULL OR benchmark.id = chosen.benchmarkId
WITH chosen, benchmark
ORDER BY COUNT { (benchmark)<-[:EVALUATED_ON]-() } DESC, benchmark.id
LIMIT 1
MATCH path = (model:Model)-[prediction:PREDICTED]->(benchmark)
WHERE NOT EXISTS { (model)-[:EVALUATED_ON]->(benchmark) }
WITH path, model, prediction
ORDER BY prediction.lower DESC, model.id
LIMIT 15
RETURN
  model.id AS model, round(prediction.lower, 4) AS lower, round(prediction.mean, 4) AS predicted,
  round(prediction.upper, 4) AS upper, [path] + [parent = (model)-[:DERIVED_FROM]->(:Model) | parent] AS paths
ORDER BY lower DESC, model;

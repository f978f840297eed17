// How much is measured
//
// For each benchmark the number of models with a score on it, and of those known item by item.
//
// Parameters none
//
// Returns  benchmark, evaluated, with_outcomes, models - by benchmark; models counts all there are
MATCH (benchmark:Benchmark)
OPTIONAL MATCH (:Model)-[evaluation:EVALUATED_ON]->(benchmark)
WITH benchmark, count(evaluation) AS evaluated, count(evaluation.outcomes) AS with_outcomes
RETURN benchmark.id AS benchmark, evaluated, with_outcomes, COUNT { (:Model) } AS models
ORDER BY benchmark;

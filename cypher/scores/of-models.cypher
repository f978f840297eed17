// Scores of some models
//
// Everything measured of the models asked for; models that are unknown or were never evaluated yield no row.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param ids => ['mlabonne/NeuralBeagle14-7B', 'mistralai/Mistral-7B-v0.1']
//
// Returns  model, benchmark, score, items, stderr, source, measured_at, recorded_from - by model, then benchmark
UNWIND $ids AS wanted
MATCH (model:Model {id: wanted})-[evaluation:EVALUATED_ON]->(benchmark:Benchmark)
USING INDEX SEEK model:Model(id)
RETURN DISTINCT
  model.id AS model, benchmark.id AS benchmark, evaluation.score AS score, evaluation.items AS items,
  evaluation.stderr AS stderr, evaluation.source AS source, evaluation.measured_at AS measured_at,
  evaluation.recorded_from AS recorded_from
ORDER BY model, benchmark;

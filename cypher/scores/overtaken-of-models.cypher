// Scores of some models that gave way
//
// Measurements that another one replaced, from what was kept before; models that are unknown yield no row.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param ids => ['mlabonne/NeuralBeagle14-7B', 'mistralai/Mistral-7B-v0.1']
//
// Returns  model, benchmark, score, items, stderr, source, measured_at, recorded_from - by model, then benchmark, the latest
//          first; none that gave way to an equal score
UNWIND $ids AS wanted
MATCH (model:Model {id: wanted})-[now:EVALUATED_ON]->(benchmark:Benchmark)
USING INDEX SEEK model:Model(id)
WITH DISTINCT model, now, benchmark
MATCH (before:Before {key: 'score\n' + model.id + '\n' + benchmark.id})
WHERE before.score IS NOT NULL AND now.score <> before.score
RETURN
  model.id AS model, benchmark.id AS benchmark, before.score AS score, before.items AS items, before.stderr AS stderr,
  before.source AS source, before.measured_at AS measured_at, before.recorded_from AS recorded_from
ORDER BY model, benchmark, before.at DESC, before.import DESC;

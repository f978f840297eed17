// Scores that gave way
//
// Measurements that another one replaced, from what was kept before: another source may have measured the same.
//
// Parameters none
//
// Returns  model, benchmark, score, items, stderr, source, measured_at, recorded_from - by model, then benchmark, the latest
//          first; none that gave way to an equal score
MATCH (before:Before {kind: 'score'})
WHERE before.score IS NOT NULL
MATCH (model:Model {id: before.subject})
USING INDEX SEEK model:Model(id)
MATCH (model)-[now:EVALUATED_ON]->(benchmark:Benchmark {id: before.object})
WHERE now.score <> before.score
RETURN
  model.id AS model, benchmark.id AS benchmark, before.score AS score, before.items AS items, before.stderr AS stderr,
  before.source AS source, before.measured_at AS measured_at, before.recorded_from AS recorded_from
ORDER BY model, benchmark, before.at DESC, before.import DESC;

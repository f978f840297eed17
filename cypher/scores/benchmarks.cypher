// Benchmarks
//
// The columns of the score table, each one task under one setup.
//
// Parameters none
//
// Returns  id, items and setup, null where unknown - by id
MATCH (benchmark:Benchmark)
RETURN
  benchmark.id AS id, benchmark.items AS items, benchmark.task AS task, benchmark.metric AS metric,
  benchmark.filter AS filter, benchmark.harness AS harness, benchmark.task_version AS task_version,
  benchmark.n_shot AS n_shot, benchmark.chat_template AS chat_template
ORDER BY id;

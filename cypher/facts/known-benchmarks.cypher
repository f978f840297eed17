// Some benchmarks
//
// What is known of the benchmarks asked for; unknown ids yield no row.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param ids => ['MMLU (5-shot)']
//
// Returns  id, items and setup, null where unknown - by id
UNWIND $ids AS wanted
MATCH (benchmark:Benchmark {id: wanted})
RETURN DISTINCT
  benchmark.id AS id, benchmark.items AS items, benchmark.task AS task, benchmark.metric AS metric,
  benchmark.filter AS filter, benchmark.harness AS harness, benchmark.task_version AS task_version,
  benchmark.n_shot AS n_shot, benchmark.chat_template AS chat_template
ORDER BY id;

// Write benchmarks
//
// Creates benchmarks or completes them. Details that are not named stay as they are.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param rows => [{id: 'MMLU (5-shot)', details: {items: 14042, n_shot: 5}}]
//
// Returns  nothing
// Bound    whether a setup contradicts the one known is decided before, in Benchmark.orElse
UNWIND $rows AS row
MERGE (benchmark:Benchmark {id: row.id})
SET benchmark += row.details;

// Write benchmarks
//
// Creates benchmarks or completes them. Details that are not named stay as they are.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param rows => [{id: 'MMLU (5-shot)', details: {items: 14042, n_shot: 5}}]
//   :param origin => {recorded_from: 'scores.csv', recorded_at: datetime('2025-01-01T00:00:00Z'), recorded_in: 1}
//
// Returns  changes - what each one that was there was before
// Bound    whether a setup contradicts the one known is decided before, in Benchmark.orElse
UNWIND $rows AS row
OPTIONAL MATCH (known:Benchmark {id: row.id})
WITH row,
     CASE
       WHEN known IS NOT NULL THEN {
         key: 'benchmark\n' + row.id, kind: 'benchmark', subject: row.id, object: null,
         named: keys(row.details), was: properties(known)}
     END AS change
MERGE (benchmark:Benchmark {id: row.id})
SET benchmark += row.details, benchmark += $origin
RETURN collect(change) AS changes;

// Known by position
//
// Whether outcomes on a benchmark are known whose items have no names.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param benchmarkId => 'MMLU (5-shot)'
//
// Returns  by_position - one row
OPTIONAL MATCH (benchmark:Benchmark {id: $benchmarkId})
RETURN
  NOT EXISTS { (benchmark)-[:HAS_ITEM]->() }
  AND EXISTS { (benchmark)<-[known:EVALUATED_ON]-() WHERE known.outcomes IS NOT NULL } AS by_position;

// The biggest gains from parent to child
//
// Derivations after which the child scored highest above its parent.
//
// Parameters (none is needed: null takes the default; to ask otherwise, write into the first line):
//   :param benchmarkId => null
// Default  benchmarkId: the benchmark that has most to show
//
// Returns  child, parent, relation, before, after, gain, path - the largest gain first
WITH {benchmarkId: null} AS chosen
MATCH (benchmark:Benchmark)
WHERE chosen.benchmarkId IS NULL OR benchmark.id = chosen.benchmarkId
WITH chosen, benchmark
ORDER BY COUNT { (benchmark)<-[:EVALUATED_ON]-(:Model)-[:DERIVED_FROM]->(:Model)-[:EVALUATED_ON]->(benchmark) } DESC, benchmark.id
LIMIT 1
MATCH (benchmark)<-[after:EVALUATED_ON]-(child:Model)
MATCH path = (child)-[edge:DERIVED_FROM]->(parent:Model)
MATCH (parent)-[before:EVALUATED_ON]->(benchmark)
RETURN
  child.id AS child, parent.id AS parent, edge.relation AS relation, before.score AS before, after.score AS after,
  round(after.score - before.score, 4) AS gain, path
ORDER BY gain DESC, child, parent
LIMIT 15;

// The biggest losses from parent to child
//
// Derivations that cost most: what did fine-tuning forget, what did a merge spoil?
//
// Parameters (none is needed: null takes the default; to ask otherwise, write into the first line):
//   :param benchmarkId => null
// Default  benchmarkId: the benchmark that has most to show
//
// Returns  child, parent, relation, before, after, loss, path - the largest loss first
WITH {benchmarkId: null} AS chosen
MATCH (benchmark:Benchmark)
WHERE chosen.benchmarkId IS NULL OR benchmark.id = chosen.benchmarkId
WITH chosen, benchmark
ORDER BY COUNT { (benchmark)<-[:EVALUATED_ON]-(:Model)-[:DERIVED_FROM]->(:Model)-[:EVALUATED_ON]->(benchmark) } DESC, benchmark.id
LIMIT 1
MATCH (benchmark)<-[after:EVALUATED_ON]-(child:Model)
MATCH path = (child)-[edge:DERIVED_FROM]->(parent:Model)
MATCH (parent)-[before:EVALUATED_ON]->(benchmark)
WHERE after.score < before.score
RETURN
  child.id AS child, parent.id AS parent, edge.relation AS relation, before.score AS before, after.score AS after,
  round(before.score - after.score, 4) AS loss, path
ORDER BY loss DESC, child, parent
LIMIT 15;

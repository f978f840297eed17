// The biggest gains from parent to child
//
// Derivations after which the child scored highest above its parent.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param benchmarkId => 'MMLU (5-shot)'
//   :param limit => 15
//
// Returns  child, parent, relation, before, after, gain, path - the largest gain first
MATCH (benchmark:Benchmark {id: $benchmarkId})<-[after:EVALUATED_ON]-(child:Model)
MATCH path = (child)-[edge:DERIVED_FROM]->(parent:Model)
MATCH (parent)-[before:EVALUATED_ON]->(benchmark)
RETURN
  child.id AS child, parent.id AS parent, edge.relation AS relation, before.score AS before, after.score AS after,
  round(after.score - before.score, 4) AS gain, path
ORDER BY gain DESC, child, parent
LIMIT $limit;

// The biggest losses from parent to child
//
// Derivations that cost most: what did fine-tuning forget, what did a merge spoil?
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param benchmarkId => 'GSM8K (5-shot)'
//   :param limit => 15
//
// Returns  child, parent, relation, before, after, loss, path - the largest loss first
MATCH (benchmark:Benchmark {id: $benchmarkId})<-[after:EVALUATED_ON]-(child:Model)
MATCH path = (child)-[edge:DERIVED_FROM]->(parent:Model)
MATCH (parent)-[before:EVALUATED_ON]->(benchmark)
WHERE after.score < before.score
RETURN
  child.id AS child, parent.id AS parent, edge.relation AS relation, before.score AS before, after.score AS after,
  round(before.score - after.score, 4) AS loss, path
ORDER BY loss DESC, child, parent
LIMIT $limit;

// Merges that beat all their parents
//
// Merges whose score is above that of every parent measured on the same benchmark, the largest lead first.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param benchmarkId => 'TruthfulQA MC2 (0-shot)'
//   :param minParents => 1
//   :param limit => 25
//
// Returns  model, score, bestParent (its score), lead, measuredParents, paths (to the measured parents)
MATCH (benchmark:Benchmark {id: $benchmarkId})<-[own:EVALUATED_ON]-(merge:Model)
WHERE EXISTS { (merge)-[:DERIVED_FROM {relation: 'merge'}]->() }
MATCH path = (merge)-[:DERIVED_FROM {relation: 'merge'}]->(parent:Model)
MATCH (parent)-[inherited:EVALUATED_ON]->(benchmark)
WITH merge, own, max(inherited.score) AS bestParent, count(*) AS measuredParents, collect(path) AS paths
WHERE own.score > bestParent AND measuredParents >= $minParents
RETURN
  merge.id AS model, own.score AS score, bestParent, round(own.score - bestParent, 4) AS lead, measuredParents, paths
ORDER BY lead DESC, model
LIMIT $limit;

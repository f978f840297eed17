// Merges that beat all their parents
//
// Merges whose score is above that of every parent measured on the same benchmark, the largest lead first.
//
// Parameters (none is needed: null takes the default; to ask otherwise, write into the first line):
//   :param benchmarkId => null
//   :param minParents => null
// Default  benchmarkId: the benchmark that has most to show; minParents: 1
//
// Returns  model, score, bestParent (its score), lead, measuredParents, paths (to the measured parents)
WITH {benchmarkId: null, minParents: null} AS chosen
MATCH (benchmark:Benchmark)
WHERE chosen.benchmarkId IS NULL OR benchmark.id = chosen.benchmarkId
WITH chosen, benchmark
ORDER BY COUNT { (benchmark)<-[:EVALUATED_ON]-(:Model)-[:DERIVED_FROM {relation: 'merge'}]->(:Model)-[:EVALUATED_ON]->(benchmark) } DESC, benchmark.id
LIMIT 1
MATCH (benchmark)<-[own:EVALUATED_ON]-(merge:Model)
WHERE EXISTS { (merge)-[:DERIVED_FROM {relation: 'merge'}]->() }
MATCH path = (merge)-[:DERIVED_FROM {relation: 'merge'}]->(parent:Model)
MATCH (parent)-[inherited:EVALUATED_ON]->(benchmark)
WITH chosen, merge, own, max(inherited.score) AS bestParent, count(*) AS measuredParents, collect(path) AS paths
WHERE own.score > bestParent AND measuredParents >= coalesce(chosen.minParents, 1)
RETURN
  merge.id AS model, own.score AS score, bestParent, round(own.score - bestParent, 4) AS lead, measuredParents, paths
ORDER BY lead DESC, model
LIMIT 25;

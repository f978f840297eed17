// The relatives of a model
//
// Everything within a few derivations of a model, in either direction, with their scores on one benchmark.
//
// Parameters (none is needed: null takes the default; to ask otherwise, write into the first line):
//   :param modelId => null
//   :param maxHops => null
//   :param benchmarkId => null
// Default  modelId: the model with most parents and children; maxHops: 2; benchmarkId: the most measured one
//
// Returns  relative, hops, score (null where nobody measured), path (the shortest way) - the nearest first
// Bound    the 6 below; whoever wants more asks the program for a neighbourhood, which walks step by step
WITH {modelId: null, maxHops: null, benchmarkId: null} AS chosen
MATCH (centre:Model)
WHERE chosen.modelId IS NULL OR centre.id = chosen.modelId
WITH chosen, centre
ORDER BY COUNT { (centre)-[:DERIVED_FROM]-() } DESC, centre.id
LIMIT 1
OPTIONAL MATCH (benchmark:Benchmark)
WHERE chosen.benchmarkId IS NULL OR benchmark.id = chosen.benchmarkId
WITH chosen, centre, benchmark
ORDER BY COUNT { (benchmark)<-[:EVALUATED_ON]-() } DESC, benchmark.id
LIMIT 1
MATCH way = (centre)-[:DERIVED_FROM*1..6]-(relative:Model)
WITH chosen, centre, benchmark, relative, min(length(way)) AS hops
WHERE hops <= coalesce(chosen.maxHops, 2) AND relative <> centre
WITH centre, benchmark, relative, hops
ORDER BY hops, relative.id
LIMIT 100
OPTIONAL MATCH (relative)-[evaluation:EVALUATED_ON]->(benchmark)
MATCH path = shortestPath((centre)-[:DERIVED_FROM*..6]-(relative))
RETURN relative.id AS relative, hops, evaluation.score AS score, path
ORDER BY hops, relative;

// The relatives of a model
//
// Everything within a few derivations of a model, in either direction, with their scores on one benchmark.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param modelId => 'teknium/OpenHermes-2.5-Mistral-7B'
//   :param maxHops => 2
//   :param benchmarkId => 'MMLU (5-shot)'
//   :param limit => 100
//
// Returns  relative, hops, score (null where nobody measured), path (the shortest way) - the nearest first
// Bound    the 6 below; whoever wants more asks the program for a neighbourhood, which walks step by step
MATCH way = (centre:Model {id: $modelId})-[:DERIVED_FROM*1..6]-(relative:Model)
WITH centre, relative, min(length(way)) AS hops
WHERE hops <= $maxHops AND relative <> centre
WITH centre, relative, hops
ORDER BY hops, relative.id
LIMIT $limit
OPTIONAL MATCH (relative)-[evaluation:EVALUATED_ON]->(:Benchmark {id: $benchmarkId})
MATCH path = shortestPath((centre)-[:DERIVED_FROM*..6]-(relative))
RETURN relative.id AS relative, hops, evaluation.score AS score, path
ORDER BY hops, relative;

// The best descendant on each benchmark
//
// For each benchmark the model with the highest score among all that descends from a founder, and the way that leads
// from it up to the founder.
//
// Parameters (none is needed: null takes the default; to ask otherwise, write into the first line):
//   :param founderId => null
// Default  founderId: the founder with most children
//
// Returns  benchmark, best, score, measured (the edge to the benchmark), path - by benchmark
WITH {founderId: null} AS chosen
MATCH (founder:Model)
WHERE CASE WHEN chosen.founderId IS NULL
  THEN NOT EXISTS { (founder)-[:DERIVED_FROM]->() } ELSE founder.id = chosen.founderId END
WITH chosen, founder
ORDER BY COUNT { (founder)<-[:DERIVED_FROM]-() } DESC, founder.id
LIMIT 1
MATCH (founder)<-[:DERIVED_FROM*1..]-(descendant:Model)
WITH DISTINCT founder, descendant
MATCH (descendant)-[measured:EVALUATED_ON]->(benchmark:Benchmark)
WITH founder, benchmark, descendant, measured
ORDER BY measured.score DESC, descendant.id
WITH founder, benchmark, collect({model: descendant, measured: measured})[0] AS top
WITH founder, benchmark, top.model AS best, top.measured AS measured
MATCH path = shortestPath((best)-[:DERIVED_FROM*]->(founder))
RETURN benchmark, best.id AS best, measured.score AS score, measured, path
ORDER BY benchmark.id;

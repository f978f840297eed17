// The best descendant on each benchmark
//
// For each benchmark the model with the highest score among all that descends from a founder, and the way that leads
// from it up to the founder.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param founderId => 'mistralai/Mistral-7B-v0.1'
//
// Returns  benchmark, best, score, measured (the edge to the benchmark), path - by benchmark
MATCH (founder:Model {id: $founderId})<-[:DERIVED_FROM*1..]-(descendant:Model)
WITH DISTINCT founder, descendant
MATCH (descendant)-[measured:EVALUATED_ON]->(benchmark:Benchmark)
WITH founder, benchmark, descendant, measured
ORDER BY measured.score DESC, descendant.id
WITH founder, benchmark, collect({model: descendant, measured: measured})[0] AS top
WITH founder, benchmark, top.model AS best, top.measured AS measured
MATCH path = shortestPath((best)-[:DERIVED_FROM*]->(founder))
RETURN benchmark, best.id AS best, measured.score AS score, measured, path
ORDER BY benchmark.id;

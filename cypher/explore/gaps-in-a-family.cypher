// Gaps in a family
//
// Which benchmarks the best-measured members of a family still lack.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param founderId => 'mistralai/Mistral-7B-v0.1'
//   :param minCoverage => 0.5
//   :param limit => 25
//
// Returns  model, measured, missing (benchmarks that at least minCoverage of the measured members have), paths
MATCH (:Model {id: $founderId})<-[:DERIVED_FROM*0..]-(member:Model)
WITH DISTINCT member
WHERE EXISTS { (member)-[:EVALUATED_ON]->() }
WITH collect(member) AS members
UNWIND members AS member
MATCH (member)-[:EVALUATED_ON]->(benchmark:Benchmark)
WITH members, benchmark, count(*) AS evaluated
WHERE evaluated >= $minCoverage * size(members)
WITH members, collect(benchmark) AS usual
UNWIND members AS member
WITH member, [benchmark IN usual WHERE NOT EXISTS { (member)-[:EVALUATED_ON]->(benchmark) } | benchmark.id] AS missing
WHERE size(missing) > 0
RETURN
  member.id AS model, COUNT { (member)-[:EVALUATED_ON]->() } AS measured, missing,
  [path = (member)-[:EVALUATED_ON]->(:Benchmark) | path] AS paths
ORDER BY measured DESC, model
LIMIT $limit;

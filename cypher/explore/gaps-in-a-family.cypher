// Gaps in a family
//
// Which benchmarks the best-measured members of a family still lack.
//
// Parameters (none is needed: null takes the default; to ask otherwise, write into the first line):
//   :param founderId => null
//   :param minCoverage => null
// Default  founderId: the founder with most children; minCoverage: 0.5
//
// Returns  model, measured, missing (benchmarks that at least minCoverage of the measured members have), paths
WITH {founderId: null, minCoverage: null} AS chosen
MATCH (founder:Model)
WHERE CASE WHEN chosen.founderId IS NULL
  THEN NOT EXISTS { (founder)-[:DERIVED_FROM]->() } ELSE founder.id = chosen.founderId END
WITH chosen, founder
ORDER BY COUNT { (founder)<-[:DERIVED_FROM]-() } DESC, founder.id
LIMIT 1
MATCH (founder)<-[:DERIVED_FROM*0..]-(member:Model)
WITH DISTINCT chosen, member
WHERE EXISTS { (member)-[:EVALUATED_ON]->() }
WITH chosen, collect(member) AS members
UNWIND members AS member
MATCH (member)-[:EVALUATED_ON]->(benchmark:Benchmark)
WITH chosen, members, benchmark, count(*) AS evaluated
WHERE evaluated >= coalesce(chosen.minCoverage, 0.5) * size(members)
WITH members, collect(benchmark) AS usual
UNWIND members AS member
WITH member, [benchmark IN usual WHERE NOT EXISTS { (member)-[:EVALUATED_ON]->(benchmark) } | benchmark.id] AS missing
WHERE size(missing) > 0
RETURN
  member.id AS model, COUNT { (member)-[:EVALUATED_ON]->() } AS measured, missing,
  [path = (member)-[:EVALUATED_ON]->(:Benchmark) | path] AS paths
ORDER BY measured DESC, model
LIMIT 25;

// Favourite ingredients
//
// Models that went into most merges, and how many of those merges beat them on a benchmark.
//
// Parameters (none is needed: null takes the default; to ask otherwise, write into the first line):
//   :param benchmarkId => null
// Default  benchmarkId: the benchmark that has most to show
//
// Returns  ingredient, merges, compared (merges measured as well), better (of those), paths - most merges first
WITH {benchmarkId: null} AS chosen
MATCH (benchmark:Benchmark)
WHERE chosen.benchmarkId IS NULL OR benchmark.id = chosen.benchmarkId
WITH chosen, benchmark
ORDER BY COUNT { (benchmark)<-[:EVALUATED_ON]-(:Model)-[:DERIVED_FROM {relation: 'merge'}]->(:Model)-[:EVALUATED_ON]->(benchmark) } DESC, benchmark.id
LIMIT 1
MATCH path = (merge:Model)-[:DERIVED_FROM {relation: 'merge'}]->(ingredient:Model)
OPTIONAL MATCH (merge)-[after:EVALUATED_ON]->(benchmark)<-[before:EVALUATED_ON]-(ingredient)
WITH ingredient, count(path) AS merges, count(after) AS compared,
     sum(CASE WHEN after.score > before.score THEN 1 ELSE 0 END) AS better, collect(path)[..25] AS paths
RETURN ingredient.id AS ingredient, merges, compared, better, paths
ORDER BY merges DESC, ingredient
LIMIT 10;

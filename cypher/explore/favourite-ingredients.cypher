// Favourite ingredients
//
// Models that went into most merges, and how many of those merges beat them on a benchmark.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param benchmarkId => 'ARC-Challenge (25-shot)'
//   :param limit => 10
//
// Returns  ingredient, merges, compared (merges measured as well), better (of those), paths - most merges first
MATCH path = (merge:Model)-[:DERIVED_FROM {relation: 'merge'}]->(ingredient:Model)
OPTIONAL MATCH (merge)-[after:EVALUATED_ON]->(:Benchmark {id: $benchmarkId})<-[before:EVALUATED_ON]-(ingredient)
WITH ingredient, count(path) AS merges, count(after) AS compared,
     sum(CASE WHEN after.score > before.score THEN 1 ELSE 0 END) AS better, collect(path)[..25] AS paths
RETURN ingredient.id AS ingredient, merges, compared, better, paths
ORDER BY merges DESC, ingredient
LIMIT $limit;

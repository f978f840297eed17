// Where the ancestries of two models meet
//
// The nearest common ancestors of two models, with the shortest way up from each.
//
// Parameters (none is needed: null takes the default; to ask otherwise, write into the first line):
//   :param oneId => null
//   :param otherId => null
// Default  oneId and otherId: two parents of a merge that have ancestors in common; give both or none
//
// Returns  meeting, steps (up from both together), paths (one from each, where it is not the meeting itself)
WITH {oneId: null, otherId: null} AS chosen
OPTIONAL MATCH (merge:Model)-[:DERIVED_FROM]->(first:Model)-[:DERIVED_FROM]->()
WHERE chosen.oneId IS NULL OR chosen.otherId IS NULL
OPTIONAL MATCH (merge)-[:DERIVED_FROM]->(second:Model)-[:DERIVED_FROM]->()
WHERE first.id < second.id
WITH DISTINCT chosen, first, second
ORDER BY second IS NULL, first.id, second.id
LIMIT 100
WITH chosen, first, second,
     EXISTS { (first)-[:DERIVED_FROM*1..4]->(:Model)<-[:DERIVED_FROM*1..4]-(second) } AS meet
ORDER BY meet DESC, first.id, second.id
LIMIT 1
WITH CASE WHEN first IS NULL THEN chosen.oneId ELSE first.id END AS oneId,
     CASE WHEN first IS NULL THEN chosen.otherId ELSE second.id END AS otherId
MATCH (one:Model {id: oneId})
MATCH (other:Model {id: otherId})
UNWIND [one, other] AS start
MATCH climb = (start)-[:DERIVED_FROM*0..]->(ancestor:Model)
WITH one, other, start, ancestor, min(length(climb)) AS hops
WITH one, other, ancestor, count(*) AS starts, sum(hops) AS steps
WHERE starts = 2
WITH one, other, ancestor, steps
ORDER BY steps, ancestor.id
LIMIT 5
OPTIONAL MATCH here = shortestPath((one)-[:DERIVED_FROM*0..]->(ancestor))
OPTIONAL MATCH there = shortestPath((other)-[:DERIVED_FROM*0..]->(ancestor))
RETURN ancestor.id AS meeting, steps, [path IN [here, there] WHERE path IS NOT NULL] AS paths
ORDER BY steps, meeting;

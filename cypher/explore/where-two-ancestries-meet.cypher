// Where the ancestries of two models meet
//
// The nearest common ancestors of two models, with the shortest way up from each.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param oneId => 'mlabonne/NeuralPipe-7B-ties'
//   :param otherId => 'argilla/CapybaraHermes-2.5-Mistral-7B'
//   :param limit => 5
//
// Returns  meeting, steps (up from both together), paths (one from each, where it is not the meeting itself)
UNWIND [$oneId, $otherId] AS start
MATCH climb = (:Model {id: start})-[:DERIVED_FROM*0..]->(ancestor:Model)
WITH start, ancestor, min(length(climb)) AS hops
WITH ancestor, count(*) AS starts, sum(hops) AS steps
WHERE starts = 2
WITH ancestor, steps
ORDER BY steps, ancestor.id
LIMIT $limit
MATCH (one:Model {id: $oneId})
MATCH (other:Model {id: $otherId})
OPTIONAL MATCH here = shortestPath((one)-[:DERIVED_FROM*0..]->(ancestor))
OPTIONAL MATCH there = shortestPath((other)-[:DERIVED_FROM*0..]->(ancestor))
RETURN ancestor.id AS meeting, steps, [path IN [here, there] WHERE path IS NOT NULL] AS paths
ORDER BY steps, meeting;

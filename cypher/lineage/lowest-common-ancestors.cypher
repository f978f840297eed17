// Where the ancestries of two models meet
//
// Common ancestors that have no descendant which is a common ancestor too. A model counts as its own ancestor.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param oneId => 'mlabonne/NeuralHermes-2.5-Mistral-7B'
//   :param otherId => 'argilla/CapybaraHermes-2.5-Mistral-7B'
//
// Returns  id - by id; no rows for strangers
// Bound    parents of a common ancestor are common too, so whoever is a parent of one is not the lowest
UNWIND [$oneId, $otherId] AS start
MATCH (:Model {id: start})-[:DERIVED_FROM*0..]->(ancestor:Model)
WITH DISTINCT start, ancestor
WITH ancestor, count(*) AS starts
WHERE starts = CASE WHEN $oneId = $otherId THEN 1 ELSE 2 END
WITH collect(ancestor) AS common
UNWIND common AS child
OPTIONAL MATCH (child)-[:DERIVED_FROM]->(parent:Model)
WITH common, collect(DISTINCT parent) AS higher
UNWIND common AS lowest
WITH lowest, higher
WHERE NOT lowest IN higher
RETURN lowest.id AS id
ORDER BY id;

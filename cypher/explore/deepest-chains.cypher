// The deepest chains
//
// Models that lie furthest below a founder, and the shortest way up to it.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param limit => 5
//
// Returns  model, founder, generations, path - the deepest first
MATCH (founder:Model)
WHERE NOT EXISTS { (founder)-[:DERIVED_FROM]->() } AND EXISTS { (founder)<-[:DERIVED_FROM]-() }
MATCH descent = (founder)<-[:DERIVED_FROM*1..]-(model:Model)
WITH founder, model, min(length(descent)) AS generations
ORDER BY generations DESC, model.id, founder.id
LIMIT $limit
MATCH path = shortestPath((model)-[:DERIVED_FROM*]->(founder))
RETURN model.id AS model, founder.id AS founder, generations, path
ORDER BY generations DESC, model, founder;

// The deepest chains
//
// Models that lie furthest below a founder, each once, and the shortest way up to it.
//
// Parameters none
//
// Returns  model, founder, generations, path - the deepest first
MATCH (founder:Model)
WHERE NOT EXISTS { (founder)-[:DERIVED_FROM]->() } AND EXISTS { (founder)<-[:DERIVED_FROM]-() }
MATCH descent = (founder)<-[:DERIVED_FROM*1..]-(model:Model)
WITH founder, model, min(length(descent)) AS generations
ORDER BY generations DESC, founder.id
WITH model, head(collect(founder)) AS founder, max(generations) AS generations
ORDER BY generations DESC, model.id
LIMIT 5
MATCH path = shortestPath((model)-[:DERIVED_FROM*]->(founder))
RETURN model.id AS model, founder.id AS founder, generations, path
ORDER BY generations DESC, model, founder;

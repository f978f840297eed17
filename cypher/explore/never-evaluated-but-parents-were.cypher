// Models that nobody evaluated although their parents were
//
// Where a prediction has most to go by and a measurement is missing: the more measured parents, the earlier.
//
// Parameters none
//
// Returns  model, measuredParents, scoresOfParents, paths (to the measured parents)
MATCH path = (model:Model)-[:DERIVED_FROM]->(parent:Model)
WHERE NOT EXISTS { (model)-[:EVALUATED_ON]->() } AND EXISTS { (parent)-[:EVALUATED_ON]->() }
WITH model, count(*) AS measuredParents, sum(COUNT { (parent)-[:EVALUATED_ON]->() }) AS scoresOfParents,
     collect(path) AS paths
RETURN model.id AS model, measuredParents, scoresOfParents, paths
ORDER BY scoresOfParents DESC, model
LIMIT 25;

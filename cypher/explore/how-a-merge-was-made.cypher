// How a merge was made
//
// The recipe of a merge, word for word, with the parents whose weights were read from it.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param modelId => 'mlabonne/Beagle14-7B'
//
// Returns  path, yaml, weight_rule, source - one row per parent
MATCH (model:Model {id: $modelId})-[:MADE_BY]->(recipe:Recipe)
MATCH path = (recipe)<-[:MADE_BY]-(model)-[:DERIVED_FROM]->(parent:Model)
RETURN path, recipe.yaml AS yaml, recipe.weight_rule AS weight_rule, recipe.recorded_from AS source
ORDER BY parent.id;

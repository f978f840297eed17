// How a merge was made
//
// The recipe of a merge, word for word where it is known, with its parents and the weights that were read from it.
//
// Parameters (none is needed: null takes the default; to ask otherwise, write into the first line):
//   :param modelId => null
// Default  modelId: a merge whose recipe is known, of several the one with most parents; else the merge with most
//
// Returns  model, parent, weight, yaml (null where nobody knows the recipe), weight_rule, source, paths - a row per parent
WITH {modelId: null} AS chosen
MATCH (model:Model)
WHERE CASE WHEN chosen.modelId IS NULL
  THEN EXISTS { (model)-[:DERIVED_FROM {relation: 'merge'}]->() } ELSE model.id = chosen.modelId END
WITH model
ORDER BY EXISTS { (model)-[:MADE_BY]->() } DESC, COUNT { (model)-[:DERIVED_FROM]->() } DESC, model.id
LIMIT 1
MATCH path = (model)-[edge:DERIVED_FROM]->(parent:Model)
OPTIONAL MATCH made = (model)-[:MADE_BY]->(recipe:Recipe)
RETURN
  model.id AS model, parent.id AS parent, edge.weight AS weight, recipe.yaml AS yaml,
  recipe.weight_rule AS weight_rule, recipe.recorded_from AS source,
  [each IN [path, made] WHERE each IS NOT NULL] AS paths
ORDER BY parent;

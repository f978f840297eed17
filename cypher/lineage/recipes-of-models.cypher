// Recipes of some models
//
// How merges were made: their configurations word for word, and the rules by which weights were read from them.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param ids => ['mlabonne/Beagle14-7B', 'mlabonne/NeuralBeagle14-7B']
//
// Returns  model, method, yaml, weight_rule, source - one row per recipe; models without one yield none
UNWIND $ids AS id
MATCH (model:Model {id: id})-[:MADE_BY]->(recipe:Recipe)
USING INDEX SEEK model:Model(id)
RETURN
  recipe.model AS model, recipe.method AS method, recipe.yaml AS yaml, recipe.weight_rule AS weight_rule,
  recipe.source AS source
ORDER BY model;

// Recipe of a model
//
// How a merge was made: its configuration word for word, and the rule by which weights were read from it.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param modelId => 'mlabonne/Beagle14-7B'
//
// Returns  model, method, yaml, weight_rule, source - one row, none for a model without a recipe
MATCH (:Model {id: $modelId})-[:MADE_BY]->(recipe:Recipe)
RETURN
  recipe.model AS model, recipe.method AS method, recipe.yaml AS yaml, recipe.weight_rule AS weight_rule,
  recipe.source AS source;

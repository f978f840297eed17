// Merge methods of all models
//
// How merges were made, in a word: the method that each recipe names.
//
// Parameters none
//
// Returns  model, method - one row per recipe, by model
MATCH (:Model)-[:MADE_BY]->(recipe:Recipe)
RETURN DISTINCT recipe.model AS model, recipe.method AS method
ORDER BY model;

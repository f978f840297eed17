// Merge methods of some models
//
// How merges were made, in a word: the method that each recipe names.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param ids => ['mlabonne/Beagle14-7B', 'mlabonne/NeuralBeagle14-7B']
//
// Returns  model, method - one row per recipe; models without one yield none
UNWIND $ids AS id
MATCH (model:Model {id: id})-[:MADE_BY]->(recipe:Recipe)
USING INDEX SEEK model:Model(id)
RETURN recipe.model AS model, recipe.method AS method
ORDER BY model;

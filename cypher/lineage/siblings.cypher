// Siblings of a model
//
// Other models that have a parent in common with one model.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param modelId => 'mlabonne/NeuralHermes-2.5-Mistral-7B'
//
// Returns  id - by id, each once however many parents are shared
MATCH (model:Model {id: $modelId})-[:DERIVED_FROM]->(:Model)<-[:DERIVED_FROM]-(sibling:Model)
WHERE sibling <> model
RETURN DISTINCT sibling.id AS id
ORDER BY id;

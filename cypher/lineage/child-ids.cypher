// Ids of the children of some models
//
// Who was made from any of some models: the next generation, of which nothing else is wanted.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param ids => ['mistralai/Mistral-7B-v0.1', 'mlabonne/NeuralBeagle14-7B']
//
// Returns  id - each once, in no order: a hundred thousand of them take a second, with what is known of each and sorted three
UNWIND $ids AS wanted
MATCH (child:Model)-[:DERIVED_FROM]->(member:Model {id: wanted})
USING INDEX SEEK member:Model(id)
RETURN DISTINCT child.id AS id;

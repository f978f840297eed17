// How many children some models have
//
// Of all of them together, beside how many models there are: by the two it is decided how children are looked for.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param ids => ['mistralai/Mistral-7B-v0.1', 'mlabonne/NeuralBeagle14-7B']
//
// Returns  children, models - one row; a child of two of them counts twice
// Bound    a model knows how many relationships it has, so none is read
UNWIND $ids AS wanted
MATCH (member:Model {id: wanted})
USING INDEX SEEK member:Model(id)
WITH sum(COUNT { (member)<-[:DERIVED_FROM]-() }) AS children
RETURN children, COUNT { (:Model) } AS models;

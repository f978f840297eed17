// Which of these models are there
//
// Those of some ids that the graph has.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param ids => ['mistralai/Mistral-7B-v0.1', 'nobody/nothing']
//
// Returns  id - by id; one row per model that is there
UNWIND $ids AS wanted
MATCH (model:Model {id: wanted})
USING INDEX SEEK model:Model(id)
RETURN DISTINCT model.id AS id
ORDER BY id;

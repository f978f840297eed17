// Parents and children of some models
//
// One step of a walk over the lineage graph in both directions: the frontier goes in, what lies next to it comes out.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param ids => ['mlabonne/NeuralBeagle14-7B']
//   :param limit => 100
//
// Returns  id - by id, each once; models of the frontier itself may be among them
// Bound    whoever walks asks for as many as there is room for and models seen before: the order is by id, so at
//          most those seen before take the place of new ones, and a hub of 100,000 children costs one page
UNWIND $ids AS wanted
MATCH (member:Model {id: wanted})-[:DERIVED_FROM]-(relative:Model)
USING INDEX SEEK member:Model(id)
RETURN DISTINCT relative.id AS id
ORDER BY id
LIMIT $limit;

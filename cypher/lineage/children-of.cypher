// The first derivations from some parents
//
// What was made from some models, of which only the first children by id are wanted.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param ids => ['mistralai/Mistral-7B-v0.1', 'mlabonne/NeuralBeagle14-7B']
//   :param from => ''
//   :param limit => 25
//
// Returns  child, parent, relation, weight, evidence - by child, then parent; every derivation of the first children from
//          one id on, as many children as the limit says
// Bound    reads every child of every parent: for parents of many there is first-children
UNWIND $ids AS wanted
MATCH (child:Model)-[:DERIVED_FROM]->(member:Model {id: wanted})
USING INDEX SEEK member:Model(id)
WHERE child.id >= $from
WITH DISTINCT child
ORDER BY child.id
LIMIT $limit
MATCH (child)-[edge:DERIVED_FROM]->(parent:Model)
WHERE parent.id IN $ids
RETURN
  child.id AS child, parent.id AS parent, edge.relation AS relation, edge.weight AS weight, edge.evidence AS evidence
ORDER BY child, parent;

// Derivations of some children
//
// What each of some models was made from.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param ids => ['mlabonne/NeuralBeagle14-7B', 'mlabonne/Beagle14-7B']
//
// Returns  child, parent, relation, weight, evidence - by child, then parent; no row for a founder
UNWIND $ids AS wanted
MATCH (child:Model {id: wanted})-[edge:DERIVED_FROM]->(parent:Model)
USING INDEX SEEK child:Model(id)
RETURN DISTINCT
  child.id AS child, parent.id AS parent, edge.relation AS relation, edge.weight AS weight, edge.evidence AS evidence
ORDER BY child, parent;

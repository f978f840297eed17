// Every derivation
//
// The edges of the whole lineage graph.
//
// Parameters none
//
// Returns  child, parent, relation, weight, evidence - by child, then parent
MATCH (child:Model)-[edge:DERIVED_FROM]->(parent:Model)
RETURN
  child.id AS child, parent.id AS parent, edge.relation AS relation, edge.weight AS weight, edge.evidence AS evidence
ORDER BY child, parent;

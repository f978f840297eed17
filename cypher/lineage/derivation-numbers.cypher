// Derivations by the numbers of their nodes
//
// Which node was made from which, for whoever counts over the whole lineage: numbers in place of names, and a thousand in a row.
//
// Parameters none
//
// Returns  children, parents - lists of one length, an edge at each place; in no order
// Bound    goes through the relationships as they lie in the store and looks at no node, so a million take a quarter of a second
MATCH (child)-[:DERIVED_FROM]->(parent)
RETURN id(child) / 1000 AS block, collect(id(child)) AS children, collect(id(parent)) AS parents;

// Ancestry of a model
//
// Every derivation among the ancestors of one model, nearest first.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param modelId => 'mlabonne/NeuralBeagle14-7B'
//   :param maxHops => 4
//
// Returns  child, parent, relation, weight, evidence - one row per edge; no rows for a model without parents
// Bound    the 127 below is one less than LineageStore.MAX_HOPS; Cypher takes no parameter there. Only min(length)
//          of a path is used, so every model is expanded once however many ways lead to it
MATCH path = (:Model {id: $modelId})-[:DERIVED_FROM*0..127]->(child:Model)
WITH child, min(length(path)) AS hops
WHERE hops < $maxHops
MATCH (child)-[edge:DERIVED_FROM]->(parent:Model)
RETURN
  child.id AS child, parent.id AS parent, edge.relation AS relation, edge.weight AS weight, edge.evidence AS evidence
ORDER BY hops, child, parent;

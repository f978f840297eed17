// The first derivations of a generation below a model of many children
//
// What was made from those that are so many steps below a model, of which only the first children by id are wanted.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param modelId => 'mistralai/Mistral-7B-v0.1'
//   :param above => 1
//   :param from => ''
//   :param limit => 25
//   :param scan => 10000
//
// Returns  child, parent, relation, weight, evidence - by child, then parent; every derivation of the first children from
//          one id on from a parent that is so many steps below the model, and no fewer
// Bound    the index gives models in the order of their ids, and a model has few ancestors, so nobody reads the generation
//          above. After so many models it gives up, with fewer rows than there are. The 127 is one less than
//          LineageStore.MAX_HOPS; only min(length) of a path is used, so every ancestor is expanded once
MATCH (child:Model)
WHERE child.id >= $from
WITH child
ORDER BY child.id
LIMIT $scan
CALL (child) {
  MATCH (child)-[:DERIVED_FROM]->(parent:Model)
  MATCH path = (parent)-[:DERIVED_FROM*0..127]->(top:Model)
  WITH parent, top, min(length(path)) AS hops
  WHERE hops = $above AND top.id = $modelId
  RETURN collect(parent) AS parents
}
WITH child, parents
WHERE size(parents) > 0
LIMIT $limit
MATCH (child)-[edge:DERIVED_FROM]->(parent:Model)
WHERE parent IN parents
RETURN
  child.id AS child, parent.id AS parent, edge.relation AS relation, edge.weight AS weight, edge.evidence AS evidence
ORDER BY child, parent;

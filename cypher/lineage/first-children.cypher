// The first derivations from some parents of many children
//
// What was made from some models, of which only the first children by id are wanted.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param ids => ['mistralai/Mistral-7B-v0.1']
//   :param from => ''
//   :param limit => 25
//   :param scan => 10000
//
// Returns  child, parent, relation, weight, evidence - by child, then parent; every derivation of the first children from
//          one id on, as many children as the limit says
// Bound    the index gives models in the order of their ids, and a model has few parents: what is read does not depend on
//          how many children there are, but on how many models stand between them. After so many models it gives up, with
//          fewer rows than there are
MATCH (child:Model)
WHERE child.id >= $from
WITH child
ORDER BY child.id
LIMIT $scan
WHERE EXISTS {
  MATCH (child)-[:DERIVED_FROM]->(parent:Model)
  WHERE parent.id IN $ids
}
WITH child
LIMIT $limit
MATCH (child)-[edge:DERIVED_FROM]->(parent:Model)
WHERE parent.id IN $ids
RETURN
  child.id AS child, parent.id AS parent, edge.relation AS relation, edge.weight AS weight, edge.evidence AS evidence
ORDER BY child, parent;

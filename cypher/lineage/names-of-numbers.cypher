// Names of models by the numbers of their nodes
//
// What the nodes are called that were found by number.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param numbers => [0, 1, 2]
//
// Returns  number, id - by number; no row for a number that is no model's
UNWIND $numbers AS number
MATCH (model:Model)
WHERE id(model) = number
RETURN number, model.id AS id
ORDER BY number;

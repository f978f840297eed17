// How many scores models have
//
// For whoever counts over the whole lineage: models by the numbers of their nodes, up to a thousand in a row.
//
// Parameters none
//
// Returns  scores, models - at least one score, and the numbers of models that have as many; in no order
// Bound    looks at every model; of one with many scores the database knows how many, those of others it counts
MATCH (model:Model)
WITH id(model) AS number, COUNT { (model)-[:EVALUATED_ON]->() } AS scores
WHERE scores > 0
RETURN number / 1000 AS block, scores, collect(number) AS models;

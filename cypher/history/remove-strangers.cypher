// Models that nobody speaks of
//
// Deletes some of those that nobody brought, of which no derivation, score or recipe speaks any more, and what was predicted
// of them; to be repeated until there are none.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param limit => 5000
//
// Returns  removed, predictions - one row
MATCH (model:Model {recorded_in: 0})
WHERE NOT EXISTS { (model)-[:DERIVED_FROM|EVALUATED_ON|MADE_BY]-() }
WITH model, COUNT { (model)-[:PREDICTED]->() } AS predictions
LIMIT $limit
DETACH DELETE model
RETURN count(*) AS removed, sum(predictions) AS predictions;

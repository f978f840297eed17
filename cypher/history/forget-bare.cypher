// Forget bare models
//
// Of some models those of which nothing but the name is known, and of which nothing speaks.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param ids => ['example']
//
// Returns  removed, predictions - one row
UNWIND $ids AS wanted
MATCH (model:Model {id: wanted})
USING INDEX SEEK model:Model(id)
WHERE NOT EXISTS { (model)-[:DERIVED_FROM|EVALUATED_ON|MADE_BY]-() }
  AND all(name IN keys(model) WHERE name IN ['id', 'recorded_from', 'recorded_at', 'recorded_in'])
WITH model, COUNT { (model)-[:PREDICTED]->() } AS predictions
DETACH DELETE model
RETURN count(*) AS removed, sum(predictions) AS predictions;

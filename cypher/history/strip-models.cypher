// Models of one import
//
// Takes from some of them everything but the name, and says that nobody brought them; to be repeated until there are none.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param number => -1
//   :param limit => 5000
//
// Returns  models, stubs - one row; stubs are those of which something else speaks
MATCH (model:Model {recorded_in: $number})
WITH model
LIMIT $limit
WITH model, EXISTS { (model)-[:DERIVED_FROM|EVALUATED_ON|MADE_BY]-() } AS spoken_of
SET model = {id: model.id, recorded_in: 0}
RETURN count(*) AS models, count(CASE WHEN spoken_of THEN 1 END) AS stubs;

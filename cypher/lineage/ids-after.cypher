// Ids of models after one
//
// A stretch of all models, by id. The next one begins after the last id of this one.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param after => ''
//   :param limit => 20000
//
// Returns  id - by id
// Bound    the constraint's index gives the order, so a stretch stops reading when it is full
MATCH (model:Model)
WHERE model.id > $after
RETURN model.id AS id
ORDER BY id
LIMIT $limit;

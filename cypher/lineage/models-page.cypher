// Models whose id contains something
//
// One page of models by id. The next page starts after the last id of this one.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param search => 'mistral'
//   :param after => ''
//   :param limit => 25
//
// Returns  id, traits and revision, null where unknown - by id
// Bound    the constraint's index gives the order, so a page stops reading when it is full
MATCH (model:Model)
WHERE model.id > $after AND toLower(model.id) CONTAINS toLower($search)
RETURN
  model.id AS id, model.architecture AS architecture, model.parameters_billions AS parameters_billions,
  model.type AS type, model.precision AS precision, model.chat_template AS chat_template,
  model.moe AS moe, model.uploaded AS uploaded, model.license AS license,
  model.revision AS revision
ORDER BY id
LIMIT $limit;

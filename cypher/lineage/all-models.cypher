// Every model
//
// The nodes of the whole lineage graph.
//
// Parameters none
//
// Returns  id, traits and revision, null where unknown - by id
MATCH (model:Model)
RETURN
  model.id AS id, model.architecture AS architecture, model.parameters_billions AS parameters_billions,
  model.type AS type, model.precision AS precision, model.chat_template AS chat_template,
  model.moe AS moe, model.uploaded AS uploaded, model.license AS license,
  model.revision AS revision
ORDER BY id;

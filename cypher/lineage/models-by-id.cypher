// Some models and what is known of them
//
// Every trait of the models asked for; unknown ids yield no row.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param ids => ['mistralai/Mistral-7B-v0.1', 'mlabonne/NeuralBeagle14-7B']
//
// Returns  id, traits and revision, null where unknown - by id
UNWIND $ids AS wanted
MATCH (model:Model {id: wanted})
USING INDEX SEEK model:Model(id)
RETURN DISTINCT
  model.id AS id, model.architecture AS architecture, model.parameters_billions AS parameters_billions,
  model.type AS type, model.precision AS precision, model.chat_template AS chat_template,
  model.moe AS moe, model.uploaded AS uploaded, model.license AS license,
  model.revision AS revision
ORDER BY id;

// What facts were read from
//
// As models, derivations, scores and recipes say.
//
// Parameters none
//
// Returns  source - by name, each once
MATCH (model:Model)
WHERE model.recorded_from IS NOT NULL
RETURN model.recorded_from AS source
UNION
MATCH (recipe:Recipe)
WHERE recipe.recorded_from IS NOT NULL
RETURN recipe.recorded_from AS source
UNION
MATCH ()-[edge:DERIVED_FROM]->()
WHERE edge.recorded_from IS NOT NULL
RETURN edge.recorded_from AS source
UNION
MATCH ()-[evaluation:EVALUATED_ON]->()
WHERE evaluation.recorded_from IS NOT NULL
RETURN evaluation.recorded_from AS source
UNION
MATCH (import:Import)
WHERE import.state <> 'undone'
RETURN import.source AS source;

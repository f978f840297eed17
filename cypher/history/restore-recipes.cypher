// Recipes as they were
//
// Gives them the properties that they had; what is null is taken away.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param rows => [{subject: 'mlabonne/Beagle14-7B', values: {method: 'slerp'}}]
//
// Returns  nothing
UNWIND $rows AS row
MATCH (fact:Recipe {model: row.subject})
USING INDEX SEEK fact:Recipe(model)
SET fact += row.values;

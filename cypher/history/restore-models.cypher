// Models as they were
//
// Gives them the properties that they had; what is null is taken away.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param rows => [{subject: 'mlabonne/Beagle14-7B', values: {moe: null}}]
//
// Returns  nothing
UNWIND $rows AS row
MATCH (fact:Model {id: row.subject})
USING INDEX SEEK fact:Model(id)
SET fact += row.values;

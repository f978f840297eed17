// Derivations as they were
//
// Gives them the properties that they had; what is null is taken away.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param rows => [{subject: 'mlabonne/NeuralBeagle14-7B', object: 'mlabonne/Beagle14-7B', values: {weight: null}}]
//
// Returns  nothing
UNWIND $rows AS row
MATCH (child:Model {id: row.subject})
USING INDEX SEEK child:Model(id)
MATCH (parent:Model {id: row.object})
USING INDEX SEEK parent:Model(id)
MATCH (child)-[fact:DERIVED_FROM]->(parent)
SET fact += row.values;

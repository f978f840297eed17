// Scores as they were
//
// Gives them the properties that they had; what is null is taken away.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param rows => [{subject: 'mlabonne/NeuralBeagle14-7B', object: 'MMLU (5-shot)', values: {stderr: null}}]
//
// Returns  nothing
UNWIND $rows AS row
MATCH (model:Model {id: row.subject})
USING INDEX SEEK model:Model(id)
MATCH (model)-[fact:EVALUATED_ON]->(:Benchmark {id: row.object})
SET fact += row.values;

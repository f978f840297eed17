// Keep predictions
//
// In place of older ones of the same model and benchmark. Models and benchmarks must be there.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param rows => [{model: 'mlabonne/NeuralBeagle14-7B', benchmark: 'MMLU (5-shot)', prediction: {mean: 0.6, lower: 0.5, upper: 0.7, level: 0.9, fit: 'example'}}]
//
// Returns  nothing
UNWIND $rows AS row
MATCH (model:Model {id: row.model})
USING INDEX SEEK model:Model(id)
MATCH (benchmark:Benchmark {id: row.benchmark})
MERGE (model)-[prediction:PREDICTED]->(benchmark)
SET prediction = row.prediction;

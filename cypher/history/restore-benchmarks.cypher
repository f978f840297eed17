// Benchmarks as they were
//
// Gives them the properties that they had; what is null is taken away.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param rows => [{subject: 'MMLU (5-shot)', values: {items: null}}]
//
// Returns  nothing
UNWIND $rows AS row
MATCH (fact:Benchmark {id: row.subject})
SET fact += row.values;

// What a score was read from
//
// When it was last created or changed.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param modelId => 'mlabonne/NeuralBeagle14-7B'
//   :param benchmarkId => 'MMLU (5-shot)'
//
// Returns  recorded_from, recorded_at - no row where nobody says
MATCH (:Model {id: $modelId})-[evaluation:EVALUATED_ON]->(:Benchmark {id: $benchmarkId})
WHERE evaluation.recorded_from IS NOT NULL
RETURN evaluation.recorded_from AS recorded_from, evaluation.recorded_at AS recorded_at;

// Write evaluations
//
// Creates scores, completes them where the score is the same, replaces them where it is another. Outcomes stay until
// newer ones come. Models and benchmarks must be there.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param rows => [{model: 'mlabonne/NeuralBeagle14-7B', benchmark: 'MMLU (5-shot)', score: 0.6455, items: 14042}]
//   :param origin => {recorded_from: 'scores.csv', recorded_at: datetime('2025-01-01T00:00:00Z')}
//
// Returns  effect, evaluations - how many were created, changed, unchanged
// Bound    the law is Evaluation.orElse; the score is set last because the lines before it compare with the old one
UNWIND $rows AS row
MATCH (model:Model {id: row.model})
MATCH (benchmark:Benchmark {id: row.benchmark})
OPTIONAL MATCH (model)-[known:EVALUATED_ON]->(benchmark)
WITH row, model, benchmark,
     CASE
       WHEN known IS NULL THEN 'created'
       WHEN known.score <> row.score
         OR any(detail IN ['items', 'stderr', 'source', 'measured_at', 'outcomes']
                WHERE row[detail] IS NOT NULL AND (known[detail] IS NULL OR known[detail] <> row[detail]))
         THEN 'changed'
       ELSE 'unchanged'
     END AS effect
FOREACH (_ IN CASE effect WHEN 'unchanged' THEN [] ELSE [1] END |
  MERGE (model)-[evaluation:EVALUATED_ON]->(benchmark)
  SET
    evaluation.items = CASE WHEN evaluation.score = row.score THEN coalesce(row.items, evaluation.items) ELSE row.items END,
    evaluation.stderr = CASE WHEN evaluation.score = row.score THEN coalesce(row.stderr, evaluation.stderr) ELSE row.stderr END,
    evaluation.source = CASE WHEN evaluation.score = row.score THEN coalesce(row.source, evaluation.source) ELSE row.source END,
    evaluation.measured_at =
      CASE WHEN evaluation.score = row.score THEN coalesce(row.measured_at, evaluation.measured_at) ELSE row.measured_at END,
    evaluation.outcomes = coalesce(row.outcomes, evaluation.outcomes),
    evaluation.score = row.score,
    evaluation += $origin)
RETURN effect, count(*) AS evaluations
ORDER BY effect;

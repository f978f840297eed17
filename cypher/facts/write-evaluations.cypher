// Write evaluations
//
// Creates scores, completes them where the score is the same, replaces them where it is another. A score on fewer items
// than the one that is there replaces nothing. Outcomes stay until newer ones of as many items come. Models and
// benchmarks must be there.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param rows => [{model: 'mlabonne/NeuralBeagle14-7B', benchmark: 'MMLU (5-shot)', score: 0.6455, items: 14042}]
//   :param origin => {recorded_from: 'scores.csv', recorded_at: datetime('2025-01-01T00:00:00Z'), recorded_in: 1}
//
// Returns  effect, evaluations, kept, changes - how many were created, changed, unchanged; of those how many stay with
//          another score because it was measured on more items; and what each changed one was before
// Bound    the law is Evaluation.orElse; the score is set last because the lines before it compare with the old one
UNWIND $rows AS row
MATCH (model:Model {id: row.model})
USING INDEX SEEK model:Model(id)
MATCH (benchmark:Benchmark {id: row.benchmark})
OPTIONAL MATCH (model)-[known:EVALUATED_ON]->(benchmark)
WITH row, model, benchmark, known,
     coalesce(row.items < known.items, false) AS partial,
     CASE
       WHEN size(replace(row.outcomes, '-', '')) < size(replace(known.outcomes, '-', '')) THEN known.outcomes
       ELSE coalesce(row.outcomes, known.outcomes)
     END AS outcomes
WITH row, model, benchmark, known, partial, outcomes,
     partial AND known.score <> row.score AS kept,
     CASE
       WHEN known IS NULL THEN 'created'
       WHEN coalesce(known.outcomes, '') <> coalesce(outcomes, '') THEN 'changed'
       WHEN partial THEN 'unchanged'
       WHEN known.score <> row.score
         OR any(detail IN ['items', 'stderr', 'source', 'measured_at']
                WHERE row[detail] IS NOT NULL AND (known[detail] IS NULL OR known[detail] <> row[detail]))
         THEN 'changed'
       ELSE 'unchanged'
     END AS effect
WITH row, model, benchmark, partial, outcomes, kept, effect,
     CASE effect
       WHEN 'changed' THEN {
         key: 'score\n' + row.model + '\n' + row.benchmark, kind: 'score', subject: row.model, object: row.benchmark,
         named: ['score', 'items', 'stderr', 'source', 'measured_at']
           + CASE WHEN coalesce(known.outcomes, '') = coalesce(outcomes, '') THEN [] ELSE ['outcomes'] END,
         was: known {
           .score, .items, .stderr, .source, .measured_at, .recorded_from, .recorded_at, .recorded_in,
           outcomes: CASE WHEN coalesce(known.outcomes, '') = coalesce(outcomes, '') THEN null ELSE known.outcomes END},
         replaced: NOT partial AND known.score <> row.score AND NOT coalesce(row.together, false),
         score: row.score, source: row.source, measured_at: row.measured_at}
     END AS change
FOREACH (_ IN CASE effect WHEN 'unchanged' THEN [] ELSE [1] END |
  MERGE (model)-[evaluation:EVALUATED_ON]->(benchmark)
  SET evaluation.outcomes = outcomes, evaluation += $origin
  FOREACH (_ IN CASE WHEN partial THEN [] ELSE [1] END |
    SET
      evaluation.items = CASE WHEN evaluation.score = row.score THEN coalesce(row.items, evaluation.items) ELSE row.items END,
      evaluation.stderr = CASE WHEN evaluation.score = row.score THEN coalesce(row.stderr, evaluation.stderr) ELSE row.stderr END,
      evaluation.source = CASE WHEN evaluation.score = row.score THEN coalesce(row.source, evaluation.source) ELSE row.source END,
      evaluation.measured_at =
        CASE WHEN evaluation.score = row.score THEN coalesce(row.measured_at, evaluation.measured_at) ELSE row.measured_at END,
      evaluation.score = row.score))
RETURN effect, count(*) AS evaluations, sum(CASE WHEN kept THEN 1 ELSE 0 END) AS kept,
  collect(change) AS changes
ORDER BY effect;

// Outcomes on one benchmark, item by item
//
// Models whose answers to each item are known, with one character per item: 1 correct, 0 wrong, - not seen.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param benchmarkId => 'GSM8K (5-shot)'
//
// Returns  model, benchmark, score, items, stderr, source, measured_at, outcomes, named_items - by model; outcomes may end
//          before the last of the named items: those behind were not seen
MATCH (benchmark:Benchmark {id: $benchmarkId})
WITH benchmark, COUNT { (benchmark)-[:HAS_ITEM]->() } AS named_items
MATCH (model:Model)-[evaluation:EVALUATED_ON]->(benchmark)
WHERE evaluation.outcomes IS NOT NULL
RETURN
  model.id AS model, benchmark.id AS benchmark, evaluation.score AS score, evaluation.items AS items,
  evaluation.stderr AS stderr, evaluation.source AS source, evaluation.measured_at AS measured_at,
  evaluation.outcomes AS outcomes, named_items
ORDER BY model;

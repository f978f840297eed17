// Outcomes of all models, item by item
//
// One character per item: 1 correct, 0 wrong, - not seen. Items at the end that a run did not reach are filled in.
//
// Parameters none
//
// Returns  model, benchmark, outcomes - in no order
MATCH (benchmark:Benchmark)
WITH benchmark, COUNT { (benchmark)-[:HAS_ITEM]->() } AS named_items
MATCH (model:Model)-[evaluation:EVALUATED_ON]->(benchmark)
WHERE evaluation.outcomes IS NOT NULL
WITH model, benchmark, evaluation.outcomes AS outcomes, named_items - size(evaluation.outcomes) AS missing
RETURN
  model.id AS model, benchmark.id AS benchmark,
  outcomes + reduce(rest = '', i IN range(1, missing) | rest + '-') AS outcomes;

// Outcomes of some models, item by item
//
// On every benchmark where they are known, with one character per item: 1 correct, 0 wrong, - not seen.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param ids => ['mlabonne/NeuralBeagle14-7B']
//
// Returns  model, benchmark, score, items, stderr, source, measured_at, outcomes, named_items - by model, then benchmark; outcomes
//          may end before the last of the named items: those behind were not seen
UNWIND $ids AS wanted
MATCH (model:Model {id: wanted})-[evaluation:EVALUATED_ON]->(benchmark:Benchmark)
USING INDEX SEEK model:Model(id)
WHERE evaluation.outcomes IS NOT NULL
RETURN DISTINCT
  model.id AS model, benchmark.id AS benchmark, evaluation.score AS score, evaluation.items AS items,
  evaluation.stderr AS stderr, evaluation.source AS source, evaluation.measured_at AS measured_at,
  evaluation.outcomes AS outcomes, COUNT { (benchmark)-[:HAS_ITEM]->() } AS named_items
ORDER BY model, benchmark;

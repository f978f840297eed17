// Forget a model
//
// Its traits, own derivations, scores, recipe and predictions. The model itself stays, by its name alone.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'example'
//
// Returns  derivations, scores, recipes, predictions, parents, keys - one row; parents are ids, keys those of the facts
MATCH (model:Model {id: $id})
WITH model,
     COLLECT { MATCH (model)-[edge:DERIVED_FROM]->() RETURN edge } AS edges,
     COLLECT { MATCH (model)-[:DERIVED_FROM]->(parent:Model) RETURN parent.id ORDER BY parent.id } AS parents,
     COLLECT { MATCH (model)-[score:EVALUATED_ON]->() RETURN score } AS scores,
     COLLECT { MATCH (model)-[:EVALUATED_ON]->(benchmark:Benchmark) RETURN benchmark.id ORDER BY benchmark.id } AS benchmarks,
     COLLECT { MATCH (model)-[:MADE_BY]->(recipe:Recipe) RETURN recipe } AS recipes,
     COLLECT { MATCH (model)-[prediction:PREDICTED]->() RETURN prediction } AS predictions
FOREACH (edge IN edges | DELETE edge)
FOREACH (score IN scores | DELETE score)
FOREACH (recipe IN recipes | DETACH DELETE recipe)
FOREACH (prediction IN predictions | DELETE prediction)
SET model = {id: $id, recorded_in: 0}
RETURN
  size(edges) AS derivations, size(scores) AS scores, size(recipes) AS recipes, size(predictions) AS predictions, parents,
  ['model\n' + $id, 'recipe\n' + $id]
    + [parent IN parents | 'derivation\n' + $id + '\n' + parent]
    + [benchmark IN benchmarks | 'score\n' + $id + '\n' + benchmark] AS keys;

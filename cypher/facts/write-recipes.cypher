// Write recipes
//
// Keeps how merges were made, word for word, one per model; a newer one replaces the older. Models must be there.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param rows => [{model: 'mlabonne/Beagle14-7B', details: {method: 'slerp', yaml: 'merge_method: slerp', weight_rule: 'uniform'}}]
//   :param origin => {recorded_from: 'mergekit_config.yml', recorded_at: datetime('2025-01-01T00:00:00Z'), recorded_in: 1}
//
// Returns  effect, recipes, changes - how many were created, changed, unchanged; and what each changed one was before
// Bound    the law is that of MemoryFactStore: the newer recipe counts whole, its missing source included
UNWIND $rows AS row
MATCH (model:Model {id: row.model})
USING INDEX SEEK model:Model(id)
OPTIONAL MATCH (known:Recipe {model: row.model})
USING INDEX SEEK known:Recipe(model)
WITH row, model, known,
     CASE
       WHEN known IS NULL THEN 'created'
       WHEN known.method <> row.details.method
         OR known.yaml <> row.details.yaml
         OR known.weight_rule <> row.details.weight_rule
         OR coalesce(known.source, '') <> coalesce(row.details.source, '')
         THEN 'changed'
       ELSE 'unchanged'
     END AS effect
WITH row, model, effect,
     CASE effect
       WHEN 'changed' THEN {
         key: 'recipe\n' + row.model, kind: 'recipe', subject: row.model, object: null,
         named: ['method', 'yaml', 'weight_rule', 'source'], was: properties(known)}
     END AS change
FOREACH (_ IN CASE effect WHEN 'unchanged' THEN [] ELSE [1] END |
  MERGE (recipe:Recipe {model: row.model})
  MERGE (model)-[:MADE_BY]->(recipe)
  SET recipe = {model: row.model}, recipe += row.details, recipe += $origin)
RETURN effect, count(*) AS recipes, collect(change) AS changes
ORDER BY effect;

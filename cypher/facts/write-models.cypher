// Write models
//
// Creates models or completes what is known of them. Traits that are not named stay as they are.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param rows => [{id: 'mistralai/Mistral-7B-v0.1', traits: {parameters_billions: 7.24}}]
//   :param origin => {recorded_from: 'models.csv', recorded_at: datetime('2025-01-01T00:00:00Z'), recorded_in: 1}
//
// Returns  effect, models, changes - how many were created, changed, unchanged; and of each changed one what it was before
// Bound    the origin is written with what is new or different only: importing again changes nothing
UNWIND $rows AS row
OPTIONAL MATCH (known:Model {id: row.id})
USING INDEX SEEK known:Model(id)
WITH row, known,
     CASE
       WHEN known IS NULL THEN 'created'
       WHEN any(trait IN keys(row.traits) WHERE known[trait] IS NULL OR known[trait] <> row.traits[trait])
         THEN 'changed'
       ELSE 'unchanged'
     END AS effect
WITH row, effect,
     CASE effect
       WHEN 'changed' THEN {
         key: 'model\n' + row.id, kind: 'model', subject: row.id, object: null,
         named: keys(row.traits), was: properties(known)}
     END AS change
FOREACH (_ IN CASE effect WHEN 'unchanged' THEN [] ELSE [1] END |
  MERGE (model:Model {id: row.id})
  SET model += row.traits, model += $origin)
RETURN effect, count(*) AS models, collect(change) AS changes
ORDER BY effect;

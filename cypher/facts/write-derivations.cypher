// Write derivations
//
// Creates edges between models that are there, or completes them. Details that are not named stay as they are.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param rows => [{child: 'mlabonne/NeuralBeagle14-7B', parent: 'mlabonne/Beagle14-7B', details: {weight: 1.0}}]
//   :param origin => {recorded_from: 'edges.csv', recorded_at: datetime('2025-01-01T00:00:00Z'), recorded_in: 1}
//
// Returns  effect, derivations, suspects, changes - how many were created, changed, unchanged; suspects are the created ones
//          that could close a cycle, as [child, parent]: the child has children and the parent has parents; changes what
//          each changed one was before
UNWIND $rows AS row
MATCH (child:Model {id: row.child})
USING INDEX SEEK child:Model(id)
MATCH (parent:Model {id: row.parent})
USING INDEX SEEK parent:Model(id)
OPTIONAL MATCH (child)-[known:DERIVED_FROM]->(parent)
WITH row, child, parent, known,
     CASE
       WHEN known IS NULL THEN 'created'
       WHEN any(detail IN keys(row.details) WHERE known[detail] IS NULL OR known[detail] <> row.details[detail])
         THEN 'changed'
       ELSE 'unchanged'
     END AS effect
WITH row, child, parent, effect,
     CASE effect
       WHEN 'changed' THEN {
         key: 'derivation\n' + row.child + '\n' + row.parent, kind: 'derivation', subject: row.child, object: row.parent,
         named: keys(row.details), was: properties(known)}
     END AS change
FOREACH (_ IN CASE effect WHEN 'unchanged' THEN [] ELSE [1] END |
  MERGE (child)-[edge:DERIVED_FROM]->(parent)
  ON CREATE SET edge.relation = 'unknown'
  SET edge += row.details, edge += $origin)
WITH effect, change, child, parent,
     effect = 'created' AND EXISTS { (child)<-[:DERIVED_FROM]-() } AND EXISTS { (parent)-[:DERIVED_FROM]->() } AS suspect
RETURN effect, count(*) AS derivations, collect(CASE WHEN suspect THEN [child.id, parent.id] END) AS suspects,
  collect(change) AS changes
ORDER BY effect;

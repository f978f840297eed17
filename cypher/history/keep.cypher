// Keep what facts were before
//
// A node for each fact that an import changes: what the import named, and what stood there until then.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param number => 1
//   :param at => 12
//   :param rows => [{key: 'recipe\nmlabonne/Beagle14-7B', kind: 'recipe', subject: 'mlabonne/Beagle14-7B', named: ['method'], was: {method: 'slerp'}}]
//
// Returns  nothing
// Bound    none of what an import creates: whatever has no such node of the import that wrote it was created by that one
UNWIND $rows AS row
CREATE (before:Before {
  key: row.key, kind: row.kind, subject: row.subject, object: row.object, import: $number, at: $at, named: row.named})
SET before += row.was;

// Keep more of what facts were before
//
// For facts that an import changes again: what it did not name until now. Facts that it created itself are left alone.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param number => 1
//   :param rows => [{key: 'recipe\nmlabonne/Beagle14-7B', named: ['method'], was: {method: 'slerp'}}]
//
// Returns  nothing
UNWIND $rows AS row
CALL (row) {
  MATCH (before:Before {key: row.key})
  USING INDEX SEEK before:Before(key)
  WHERE before.import = $number
  RETURN before
  ORDER BY before.at DESC
  LIMIT 1
}
WITH row, before, [name IN row.named WHERE NOT name IN before.named] AS further
FOREACH (name IN further | SET before[name] = row.was[name])
SET before.named = before.named + further;

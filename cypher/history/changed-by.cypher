// Facts that an import changed
//
// With all that was kept of them, by whichever import changed them.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param number => 1
//   :param limit => 500
//
// Returns  key, steps - by key; steps are maps of what was before each change, the oldest first, id in them
MATCH (mine:Before {import: $number})
USING INDEX SEEK mine:Before(import)
WITH mine
LIMIT $limit
WITH DISTINCT mine.key AS key
MATCH (before:Before {key: key})
USING INDEX SEEK before:Before(key)
WITH key, before
ORDER BY before.at
RETURN key, collect(before {.*, id: elementId(before)}) AS steps
ORDER BY key;

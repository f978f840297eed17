// Facts that an import created and others changed since
//
// With all that was kept of them. To be asked once what the import itself changed is taken back.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param number => 1
//   :param limit => 500
//
// Returns  key, steps - by key; steps are maps of what was before each change, the oldest first, id in them
MATCH (first:Before {recorded_in: $number})
WITH first
LIMIT $limit
WITH DISTINCT first.key AS key
MATCH (before:Before {key: key})
USING INDEX SEEK before:Before(key)
WITH key, before
ORDER BY before.at
RETURN key, collect(before {.*, id: elementId(before)}) AS steps
ORDER BY key;

// Forget what was kept of facts
//
// For facts that are forgotten.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param keys => ['model\nexample']
//
// Returns  nothing
UNWIND $keys AS key
MATCH (before:Before {key: key})
USING INDEX SEEK before:Before(key)
DELETE before;

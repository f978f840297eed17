// Forget what facts were before
//
// For changes that are taken back.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param ids => ['4:00000000-0000-0000-0000-000000000000:1']
//
// Returns  nothing
UNWIND $ids AS id
MATCH (before:Before)
WHERE elementId(before) = id
DELETE before;

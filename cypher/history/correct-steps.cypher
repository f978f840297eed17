// Correct what facts were before
//
// For changes after one that is taken back.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param rows => [{id: '4:00000000-0000-0000-0000-000000000000:1', values: {weight: 0.5}}]
//
// Returns  nothing
UNWIND $rows AS row
MATCH (before:Before)
WHERE elementId(before) = row.id
SET before += row.values;

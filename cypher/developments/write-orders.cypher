// Write orders
//
// Keeps which candidate is to be asked which items, before anybody does. What has a number already stays as it is.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'ciphers-1'
//   :param rows => [{key: 'ciphers-1 0', details: {number: 0, program: 'alg:4ae1', candidate: 'ciphers-1 alg:4ae1', items: [0, 3], drawn: false}}]
//
// Returns  nothing
// Bound    the search's lock must be held
MATCH (development:Development {id: $id})
UNWIND $rows AS row
MERGE (run:Run {key: row.key})
ON CREATE SET run += row.details, run.state = 'ordered'
MERGE (development)-[:ORDERED]->(run)
WITH run
MATCH (candidate:Candidate {key: run.candidate})
MERGE (run)-[:ASKED]->(candidate);

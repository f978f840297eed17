// Settle the finalists
//
// Keeps which programs of a search are judged by test items, unless that was settled before.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'ciphers-1'
//   :param rows => [{program: 'alg:4ae1', place: 0, role: 'leader', text: 'base + sum(taus)'}]
//
// Returns  nothing
// Bound    the search's lock must be held
MATCH (development:Development {id: $id})
WHERE NOT EXISTS { (development)-[:JUDGED]->() }
UNWIND $rows AS row
MERGE (algorithm:Algorithm {id: row.program})
ON CREATE SET algorithm.text = row.text
CREATE (development)-[judged:JUDGED]->(algorithm)
SET judged.place = row.place, judged.role = row.role, judged.text = row.text;

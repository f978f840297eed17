// Finish a search
//
// Keeps the choice of a search that is not finished, and ends it.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'ciphers-1'
//   :param leader => 'alg:4ae1'
//   :param reason => 'The budget is spent.'
//   :param candidate => 'ciphers-1 alg:4ae1'
//
// Returns  nothing
MATCH (development:Development {id: $id})
WHERE development.state <> 'finished'
SET
  development.state = 'finished',
  development.leader = $leader,
  development.reason = $reason,
  development.finished_at = datetime.realtime()
WITH development
MATCH (candidate:Candidate {key: $candidate})
MERGE (development)-[:CHOSE]->(candidate);

// The proposals of a search
//
// Everything that was proposed to a search, what became of it, and what new programs do to the parents.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'ciphers-1'
//
// Returns  program, proposal, candidate - by round and ordinal
MATCH (development:Development {id: $id})-[proposed:PROPOSED]->(algorithm:Algorithm)
OPTIONAL MATCH (candidate:Candidate {key: $id + '\n' + algorithm.id})
WHERE proposed.outcome = 'new'
RETURN algorithm.id AS program, proposed {.*} AS proposal, candidate {.*} AS candidate
ORDER BY proposed.round, proposed.ordinal;

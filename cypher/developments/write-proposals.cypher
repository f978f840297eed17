// Write proposals
//
// Keeps what was proposed and what became of it; a new program becomes a candidate of the search. A place that was written
// before stays as it is.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'ciphers-1'
//   :param rows => [{program: 'alg:4ae1', text: 'base + sum(taus)', varies: [], proposal: {key: 'ciphers-1 0 0', round: 0, ordinal: 0, outcome: 'new'}, candidate: {key: 'ciphers-1 alg:4ae1', effect: [.5, 0.0, .4, 1.0]}, weights: [{model: 'ciphers/one', weight: .5}]}]
//
// Returns  nothing
// Bound    the search's lock must be held; a place stands once in the rows
MATCH (development:Development {id: $id})
UNWIND $rows AS row
OPTIONAL MATCH ()-[known:PROPOSED {key: row.proposal.key}]->()
WITH development, row, known
WHERE known IS NULL
MERGE (algorithm:Algorithm {id: row.program})
ON CREATE SET algorithm.text = row.text
CREATE (development)-[proposed:PROPOSED]->(algorithm)
SET proposed = row.proposal
WITH development, row, algorithm
WHERE row.candidate IS NOT NULL
MERGE (candidate:Candidate {key: row.candidate.key})
ON CREATE SET candidate += row.candidate, candidate.asked = 0, candidate.solved = 0
MERGE (development)-[:TRIES]->(candidate)
MERGE (candidate)-[:MADE_BY]->(algorithm)
WITH row, algorithm, candidate
CALL (row, algorithm) {
  UNWIND row.varies AS varied
  MATCH (older:Algorithm {id: varied})
  WHERE older <> algorithm
  MERGE (algorithm)-[:VARIES]->(older)
}
CALL (row, candidate) {
  UNWIND row.weights AS part
  MATCH (model:Model {id: part.model})
  USING INDEX SEEK model:Model(id)
  MERGE (candidate)-[merges:MERGES]->(model)
  SET merges.weight = part.weight
};

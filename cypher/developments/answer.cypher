// The answer to an order
//
// Keeps what came of an order and counts what it cost. An order that has its answer keeps it.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'ciphers-1'
//   :param key => 'ciphers-1 0'
//   :param answer => {state: 'done', outcomes: '01', seconds: 1.5}
//   :param asked => 2
//   :param solved => 1
//
// Returns  nothing
// Bound    the search's lock must be held; all of it is one transaction, so nothing is ever paid twice or for nothing
MATCH (run:Run {key: $key})
WHERE run.state = 'ordered'
MATCH (development:Development {id: $id})
SET
  run += $answer,
  development.spent = development.spent + $asked,
  development.seconds = development.seconds + $answer.seconds
WITH run
MATCH (run)-[:ASKED]->(candidate:Candidate)
SET
  candidate.asked = candidate.asked + $asked,
  candidate.solved = candidate.solved + $solved;

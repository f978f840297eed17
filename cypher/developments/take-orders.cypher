// Take orders
//
// Gives orders of a search that have no answer and that nobody holds to a worker, for some seconds of the database's clock.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'ciphers-1'
//   :param worker => 'me'
//   :param count => 4
//   :param milliseconds => 600000
//
// Returns  run - its properties, by number
// Bound    the search's lock must be held
MATCH (:Development {id: $id})-[:ORDERED]->(run:Run {state: 'ordered'})
WHERE run.taken_until IS NULL OR run.taken_until <= datetime.realtime()
WITH run
ORDER BY run.number
LIMIT $count
SET
  run.worker = $worker,
  run.taken_at = datetime.realtime(),
  run.taken_until = datetime.realtime() + duration({milliseconds: $milliseconds})
RETURN run {.*} AS run
ORDER BY run.number;

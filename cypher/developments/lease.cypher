// Lease a search
//
// Gives a search to one runner for some seconds of the database's clock, unless somebody else has it.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'ciphers-1'
//   :param runner => 'me'
//   :param milliseconds => 60000
//
// Returns  leased - one row, no row while somebody else has it
// Bound    the search's lock must be held
MATCH (development:Development {id: $id})
WHERE development.runner IS NULL
  OR development.runner = $runner
  OR development.leased_until <= datetime.realtime()
SET
  development.runner = $runner,
  development.leased_until = datetime.realtime() + duration({milliseconds: $milliseconds})
RETURN true AS leased;

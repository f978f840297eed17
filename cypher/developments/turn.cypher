// Stop a search or let it go on
//
// Sets the state of a search that is not finished.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'ciphers-1'
//   :param state => 'stopped'
//
// Returns  nothing
MATCH (development:Development {id: $id})
WHERE development.state <> 'finished'
SET development.state = $state;

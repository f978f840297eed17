// One writer of a search at a time
//
// Takes the write lock of a search until the transaction ends. Must be the first statement of the transaction.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'ciphers-1'
//
// Returns  parents - no row where there is no such search
MATCH (development:Development {id: $id})
SET development.locked = true
RETURN development.parents AS parents;

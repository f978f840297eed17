// All searches
//
// The name of every search for merges.
//
// Parameters none
//
// Returns  id - in order
MATCH (development:Development)
RETURN development.id AS id
ORDER BY id;

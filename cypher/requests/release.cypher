// Free the key of a request
//
// Of which nothing came, if it still is its owner's.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param key => 'example'
//   :param owner => 'example'
//
// Returns  nothing
MATCH (request:KeyedRequest {key: $key, owner: $owner})
DELETE request;

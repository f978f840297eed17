// Keep what came of a request
//
// If it still is its owner's.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param key => 'example'
//   :param owner => 'example'
//   :param answer => '{}'
//
// Returns  nothing
MATCH (request:KeyedRequest {key: $key, owner: $owner})
SET request.answer = $answer;

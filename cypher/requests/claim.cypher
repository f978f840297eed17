// Claim a key for a request
//
// Unless there is a request that has it. Requests of more than a day ago go.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param key => 'example'
//   :param question => 'POST /api/v1/fits'
//   :param owner => 'example'
//   :param gone => 'another'
//
// Returns  key, question, owner, answer - one row, of the request that has the key now
CALL () {
  MATCH (old:KeyedRequest)
  WHERE old.at < datetime.realtime() - duration({days: 1})
  DELETE old
}
MERGE (request:KeyedRequest {key: $key})
ON CREATE SET request.question = $question, request.owner = $owner, request.at = datetime.realtime()
FOREACH (_ IN CASE WHEN request.answer IS NULL AND request.owner = $gone THEN [1] ELSE [] END |
  SET request.question = $question, request.owner = $owner, request.at = datetime.realtime())
RETURN request.key AS key, request.question AS question, request.owner AS owner, request.answer AS answer;

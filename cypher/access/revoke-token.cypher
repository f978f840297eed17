// Revoke a token
//
// Whoever has it is refused within seconds.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param name => 'example'
//
// Returns  name - one row per token of that name
MATCH (token:AccessToken {name: $name})
WITH token, token.name AS name
DELETE token
RETURN name
ORDER BY name;

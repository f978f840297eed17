// Tokens that were given out
//
// By name; of a token itself only its hash is known.
//
// Parameters none
//
// Returns  name, hash, scope, created_at - by name
MATCH (token:AccessToken)
RETURN token.name AS name, token.hash AS hash, token.scope AS scope, token.created_at AS created_at
ORDER BY name;

// Give a token out
//
// Keeps the hash of a token; one of the same name stays as it is.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param name => 'example'
//   :param hash => '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
//   :param scope => 'read'
//   :param createdAt => datetime('2025-01-01T00:00:00Z')
//
// Returns  hash - one row, that of the token which has the name now
MERGE (token:AccessToken {name: $name})
ON CREATE SET token.hash = $hash, token.scope = $scope, token.created_at = $createdAt
RETURN token.hash AS hash;

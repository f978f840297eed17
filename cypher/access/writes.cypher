// Who wrote what
//
// Writes over the network, the last first.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param limit => 20
//
// Returns  at, who, what, import - the last first; import is null where none was made or taken back
MATCH (entry:AuditEntry)
WITH entry
ORDER BY entry.at DESC, entry.who, entry.what
LIMIT $limit
RETURN entry.at AS at, entry.who AS who, entry.what AS what, entry.import AS import
ORDER BY at DESC, who, what;

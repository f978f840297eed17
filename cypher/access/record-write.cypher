// Keep what somebody did
//
// One node per write over the network; nothing changes or removes it.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param at => datetime('2025-01-01T00:00:00Z')
//   :param who => 'example'
//   :param what => 'POST /api/v1/ingest'
//   :param importNumber => 7
//
// Returns  nothing
CREATE (:AuditEntry {at: $at, who: $who, what: $what, import: $importNumber});

// The end of an import
//
// Says when it ended and what a person was told.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param run => 'example'
//   :param finishedAt => datetime('2025-01-01T00:00:00Z')
//   :param notes => ['1 row rejected']
//
// Returns  number - no row for an import that changed nothing
MATCH (import:Import {run: $run})
SET
  import.finished_at = $finishedAt, import.notes = $notes,
  import.state = CASE import.state WHEN 'running' THEN 'finished' ELSE import.state END
RETURN import.number AS number;

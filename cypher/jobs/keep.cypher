// Keep how a job stands
//
// Unless it is another service's by now. Of those that have ended the oldest go where there are too many.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'fit-1-1'
//   :param owner => 'example'
//   :param properties => {kind: 'fit', state: 'QUEUED', phase: '', done: 0, total: 0, submitted_at: datetime('2025-01-01T00:00:00Z'), attempt: 1}
//   :param most => 500
//
// Returns  id - one row; none where it is another's
MERGE (job:Job {id: $id})
WITH job
WHERE coalesce(job.owner, $owner) = $owner
SET job += $properties
SET job.owner = $owner, job.alive_at = datetime.realtime()
WITH job
CALL () {
  MATCH (old:Job)
  WHERE old.ended_at IS NOT NULL
  WITH old
  ORDER BY old.submitted_at DESC, old.id DESC
  SKIP $most
  DELETE old
}
RETURN $id AS id;

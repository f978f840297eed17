// Tell that a service works on its jobs
//
// So that nobody else takes them over.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param owner => 'example'
//
// Returns  id - of those that somebody wants stopped
MATCH (job:Job {owner: $owner})
WHERE job.ended_at IS NULL
SET job.alive_at = datetime.realtime()
WITH job
WHERE job.unwanted
RETURN job.id AS id
ORDER BY id;

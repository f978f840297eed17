// Take jobs over
//
// Those that have not ended of services that are gone or were not heard of for a while, and what was interrupted and may
// be begun anew.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param owner => 'example'
//   :param gone => ['another']
//   :param seconds => 120
//
// Returns  id, kind, state, phase, done, total, result, failure, submitted_at, ended_at, attempt, owner, task -
//          as they stand now, queued once more, the oldest first; task is null where it must not be begun anew
MATCH (job:Job)
WHERE
  (job.ended_at IS NULL AND job.owner <> $owner
    AND (job.owner IN $gone OR job.alive_at < datetime.realtime() - duration({seconds: $seconds})))
  OR (job.state = 'INTERRUPTED' AND job.task IS NOT NULL)
SET
  job.owner = $owner, job.alive_at = datetime.realtime(), job.state = 'QUEUED', job.phase = '', job.done = 0,
  job.total = 0, job.failure = null, job.ended_at = null, job.attempt = job.attempt + 1
RETURN
  job.id AS id, job.kind AS kind, job.state AS state, job.phase AS phase, job.done AS done, job.total AS total,
  job.result AS result, job.failure AS failure, job.submitted_at AS submitted_at, job.ended_at AS ended_at,
  job.attempt AS attempt, job.owner AS owner, CASE WHEN job.unwanted THEN null ELSE job.task END AS task
ORDER BY submitted_at, id;

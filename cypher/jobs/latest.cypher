// Jobs, the last one first
//
// Whichever service works on them.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param limit => 20
//
// Returns  id, kind, state, phase, done, total, result, failure, submitted_at, ended_at, attempt, owner, task -
//          the one that was asked for last first
MATCH (job:Job)
WITH job
ORDER BY job.submitted_at DESC, job.id DESC
LIMIT $limit
RETURN
  job.id AS id, job.kind AS kind, job.state AS state, job.phase AS phase, job.done AS done, job.total AS total,
  job.result AS result, job.failure AS failure, job.submitted_at AS submitted_at, job.ended_at AS ended_at,
  job.attempt AS attempt, job.owner AS owner, job.task AS task
ORDER BY submitted_at DESC, id DESC;

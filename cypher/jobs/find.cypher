// One job
//
// With who works on it and what it is to do.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'fit-1-1'
//
// Returns  id, kind, state, phase, done, total, result, failure, submitted_at, ended_at, attempt, owner, task - one row
MATCH (job:Job {id: $id})
RETURN
  job.id AS id, job.kind AS kind, job.state AS state, job.phase AS phase, job.done AS done, job.total AS total,
  job.result AS result, job.failure AS failure, job.submitted_at AS submitted_at, job.ended_at AS ended_at,
  job.attempt AS attempt, job.owner AS owner, job.task AS task
ORDER BY id;

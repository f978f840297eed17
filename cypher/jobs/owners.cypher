// Who works on jobs
//
// Runs of services with jobs that have not ended.
//
// Parameters none
//
// Returns  owner - each once, in order
MATCH (job:Job)
WHERE job.ended_at IS NULL
RETURN DISTINCT job.owner AS owner
ORDER BY owner;

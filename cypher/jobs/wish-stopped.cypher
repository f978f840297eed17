// Ask for a job to be stopped
//
// The service that works on it sees so within seconds, and nobody begins it anew.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param id => 'fit-1-1'
//
// Returns  nothing
MATCH (job:Job {id: $id})
SET job.unwanted = true;

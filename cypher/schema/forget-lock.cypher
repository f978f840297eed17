// Forget the lock of a schema change that never ended
//
// Whoever was killed while bringing the schema up to date has left its lock behind, and nobody else gets in.
//
// Parameters none
//
// Returns  forgotten - how many locks went
// Bound    only for locks whose owner is gone: a schema change takes seconds
MATCH (lock:__Neo4jMigrationsLock)
DELETE lock
RETURN count(*) AS forgotten;

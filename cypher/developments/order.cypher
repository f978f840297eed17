// One order
//
// What was ordered under a number, what came of it, and how long ago somebody took it.
//
// Parameters (paste these lines into Neo4j Browser first, without the slashes):
//   :param key => 'ciphers-1 0'
//
// Returns  run, seconds - its properties, and the time since it was taken, 0 where nobody did; no row where there is none
MATCH (run:Run {key: $key})
RETURN
  run {.*} AS run,
  coalesce(duration.inSeconds(run.taken_at, datetime.realtime()).milliseconds / 1000.0, 0.0) AS seconds;

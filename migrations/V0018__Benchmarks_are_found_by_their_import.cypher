CREATE INDEX benchmarks_are_found_by_their_import IF NOT EXISTS
FOR (benchmark:Benchmark) ON (benchmark.recorded_in);

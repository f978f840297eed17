CREATE CONSTRAINT benchmark_id_is_unique IF NOT EXISTS FOR (benchmark:Benchmark) REQUIRE benchmark.id IS UNIQUE;

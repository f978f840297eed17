CREATE CONSTRAINT algorithm_id_is_unique IF NOT EXISTS
FOR (algorithm:Algorithm) REQUIRE algorithm.id IS UNIQUE;

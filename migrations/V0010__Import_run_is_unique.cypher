CREATE CONSTRAINT import_run_is_unique IF NOT EXISTS
FOR (import:Import) REQUIRE import.run IS UNIQUE;

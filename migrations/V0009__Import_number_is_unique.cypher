CREATE CONSTRAINT import_number_is_unique IF NOT EXISTS
FOR (import:Import) REQUIRE import.number IS UNIQUE;

CREATE CONSTRAINT development_id_is_unique IF NOT EXISTS
FOR (development:Development) REQUIRE development.id IS UNIQUE;

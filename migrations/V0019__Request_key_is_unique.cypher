CREATE CONSTRAINT request_key_is_unique IF NOT EXISTS
FOR (request:KeyedRequest) REQUIRE request.key IS UNIQUE;

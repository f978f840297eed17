CREATE CONSTRAINT item_key_is_unique IF NOT EXISTS FOR (item:Item) REQUIRE item.key IS UNIQUE;

CREATE CONSTRAINT model_id_is_unique IF NOT EXISTS FOR (model:Model) REQUIRE model.id IS UNIQUE;

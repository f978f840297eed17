CREATE CONSTRAINT a_model_has_one_recipe IF NOT EXISTS FOR (recipe:Recipe) REQUIRE recipe.model IS UNIQUE;

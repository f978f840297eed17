// How many models there are
//
// Stubs counted too.
//
// Parameters none
//
// Returns  models - one row
// Bound    the database counts as it goes, so none is read
MATCH (model:Model)
RETURN count(model) AS models;

// Everything into the files
//
// Brings all that was committed into the files of the store, so that a copy of them has it.
//
// Parameters none
//
// Returns  success, message
CALL db.checkpoint() YIELD success, message
RETURN success, message;

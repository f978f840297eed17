/** Searches put together from folders, items and the ledger: what commands and the service have in common. */
@NullMarked
package org.eyrie.server.searching;

import org.jspecify.annotations.NullMarked;

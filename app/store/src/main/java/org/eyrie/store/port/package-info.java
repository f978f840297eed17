/** One class a port: what it asks of the database, and how answers become our vocabulary. */
@NullMarked
package org.eyrie.store.port;

import org.jspecify.annotations.NullMarked;

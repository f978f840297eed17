/** What of the ports needs no database. */
@NullMarked
package org.eyrie.store.port;

import org.jspecify.annotations.NullMarked;

/** Learning from what is in the database. */
@NullMarked
package org.eyrie.server.cli.fit;

import org.jspecify.annotations.NullMarked;

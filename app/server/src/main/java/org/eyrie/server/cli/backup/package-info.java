/** The embedded database as a file, and back. */
@NullMarked
package org.eyrie.server.cli.backup;

import org.jspecify.annotations.NullMarked;

/** What was imported, and taking it back. */
@NullMarked
package org.eyrie.server.cli.history;

import org.jspecify.annotations.NullMarked;

/** Writing the graph in formats of others. */
@NullMarked
package org.eyrie.server.cli.export;

import org.jspecify.annotations.NullMarked;

/** What of the graph is exported. */
@NullMarked
package org.eyrie.server.export;

import org.jspecify.annotations.NullMarked;

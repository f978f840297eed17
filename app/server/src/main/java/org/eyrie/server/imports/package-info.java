/** Sources and registries put to work on a database: imports, watches, write-back, exports. */
@NullMarked
package org.eyrie.server.imports;

import org.jspecify.annotations.NullMarked;

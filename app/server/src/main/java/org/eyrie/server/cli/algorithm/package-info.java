/** Programs that merge models: checked, explained, applied. None of it needs a database. */
@NullMarked
package org.eyrie.server.cli.algorithm;

import org.jspecify.annotations.NullMarked;

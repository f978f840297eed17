/** How good predictions are on what is known. */
@NullMarked
package org.eyrie.server.cli.trial;

import org.jspecify.annotations.NullMarked;

/** Questions to the latest fit. */
@NullMarked
package org.eyrie.server.cli.ask;

import org.jspecify.annotations.NullMarked;

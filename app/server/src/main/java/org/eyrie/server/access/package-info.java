/** Who is let in. Knows no HTTP. */
@NullMarked
package org.eyrie.server.access;

import org.jspecify.annotations.NullMarked;

/** Who is let in: bearers of tokens given out here, or signed by an issuer. Knows no requests. */
@NullMarked
package org.eyrie.server.access;

import org.jspecify.annotations.NullMarked;

/** How the program's words look as JSON, alike over REST and on the command line. */
@NullMarked
package org.eyrie.server.json;

import org.jspecify.annotations.NullMarked;

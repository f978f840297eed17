/** How the program's words look as JSON, alike over REST, on the command line and in stored fits. */
@NullMarked
package org.eyrie.server.json;

import org.jspecify.annotations.NullMarked;

/** The page, as a person with a browser uses it. */
@NullMarked
package org.eyrie.server.page;

import org.jspecify.annotations.NullMarked;

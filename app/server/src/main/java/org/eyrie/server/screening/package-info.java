/** Plans judged by what they would do to parents whose weights are at hand. */
@NullMarked
package org.eyrie.server.screening;

import org.jspecify.annotations.NullMarked;

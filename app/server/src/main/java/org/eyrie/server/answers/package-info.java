/** Answers that are kept for as long as they hold, and how many are worked out at once. Knows no HTTP. */
@NullMarked
package org.eyrie.server.answers;

import org.jspecify.annotations.NullMarked;

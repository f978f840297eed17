/** Names that people write, and which of those known they mean. */
@NullMarked
package org.eyrie.server.naming;

import org.jspecify.annotations.NullMarked;

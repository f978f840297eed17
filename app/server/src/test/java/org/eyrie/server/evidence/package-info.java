/** What counts as evidence. */
@NullMarked
package org.eyrie.server.evidence;

import org.jspecify.annotations.NullMarked;

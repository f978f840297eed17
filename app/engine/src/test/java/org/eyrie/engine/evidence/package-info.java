/** What counts as evidence. */
@NullMarked
package org.eyrie.engine.evidence;

import org.jspecify.annotations.NullMarked;

/** Eyrie's own exchange format: JSON, one fact a line. */
@NullMarked
package org.eyrie.sources.ndjson;

import org.jspecify.annotations.NullMarked;

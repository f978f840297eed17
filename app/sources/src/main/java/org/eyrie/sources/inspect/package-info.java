/** Logs of Inspect, {@code .json} and {@code .eval}. */
@NullMarked
package org.eyrie.sources.inspect;

import org.jspecify.annotations.NullMarked;

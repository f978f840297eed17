/** Searches for merges: begun, run, looked at, judged, exported. */
@NullMarked
package org.eyrie.server.cli.develop;

import org.jspecify.annotations.NullMarked;

/** Bringing models, lineage and scores in, a command per source. */
@NullMarked
package org.eyrie.server.cli.importing;

import org.jspecify.annotations.NullMarked;

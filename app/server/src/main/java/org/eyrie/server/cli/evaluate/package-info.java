/** Small models, run on items. */
@NullMarked
package org.eyrie.server.cli.evaluate;

import org.jspecify.annotations.NullMarked;

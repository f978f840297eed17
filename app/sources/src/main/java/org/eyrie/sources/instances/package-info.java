/** Which items of a benchmark each model answered correctly, as CSV. */
@NullMarked
package org.eyrie.sources.instances;

import org.jspecify.annotations.NullMarked;

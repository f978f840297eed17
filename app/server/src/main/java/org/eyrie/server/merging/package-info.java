/** Programs applied to folders of weights: where those who run programs and those who have weights meet. */
@NullMarked
package org.eyrie.server.merging;

import org.jspecify.annotations.NullMarked;

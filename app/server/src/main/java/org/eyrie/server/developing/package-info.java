/** Searches for merges over folders of weights and the small Llama: where those who choose and those who run meet. */
@NullMarked
package org.eyrie.server.developing;

import org.jspecify.annotations.NullMarked;

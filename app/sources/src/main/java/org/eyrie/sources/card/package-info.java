/** Model cards of the Hugging Face Hub. */
@NullMarked
package org.eyrie.sources.card;

import org.jspecify.annotations.NullMarked;

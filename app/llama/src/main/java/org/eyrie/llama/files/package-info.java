/** Folders of models, as Hugging Face lays them out. */
@NullMarked
package org.eyrie.llama.files;

import org.jspecify.annotations.NullMarked;

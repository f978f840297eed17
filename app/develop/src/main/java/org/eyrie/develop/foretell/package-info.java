/** What a search expects of its candidates, those that were asked items and those that were not. */
@NullMarked
package org.eyrie.develop.foretell;

import org.jspecify.annotations.NullMarked;

/**
 * Searches for merges: what they are given, what they did, and where that is kept. Policies rest on these records and on
 * nothing else, so a search that was killed goes on by reading its own.
 */
@NullMarked
package org.eyrie.model.development;

import org.jspecify.annotations.NullMarked;

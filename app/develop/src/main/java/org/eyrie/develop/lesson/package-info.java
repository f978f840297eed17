/** What a search teaches those who write programs: pairs of a better and a worse one, for a trainer outside. */
@NullMarked
package org.eyrie.develop.lesson;

import org.jspecify.annotations.NullMarked;

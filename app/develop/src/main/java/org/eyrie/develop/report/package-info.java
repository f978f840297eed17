/** What a search found, said honestly: raw shares beside what is left of them after looking at so many. */
@NullMarked
package org.eyrie.develop.report;

import org.jspecify.annotations.NullMarked;

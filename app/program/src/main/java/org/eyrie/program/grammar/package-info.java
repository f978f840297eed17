/** The language's grammar in the notations of those who generate text, made from the table of operators. */
@NullMarked
package org.eyrie.program.grammar;

import org.jspecify.annotations.NullMarked;

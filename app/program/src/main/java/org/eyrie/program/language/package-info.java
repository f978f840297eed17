/**
 * Types, operators, the graph of a program, and the way from text to it and back. {@code Operator} is the one table that
 * parser, printer, grammars and variation are made from.
 */
@NullMarked
package org.eyrie.program.language;

import org.jspecify.annotations.NullMarked;

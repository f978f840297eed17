/** Tables in CSV (RFC 4180), row by row, with faults that say line, column and what would be right. */
@NullMarked
package org.eyrie.sources.csv;

import org.jspecify.annotations.NullMarked;

/** Files and streams as text that can be trusted: strict UTF-8, gzip, bounded lines, progress in bytes. */
@NullMarked
package org.eyrie.sources.text;

import org.jspecify.annotations.NullMarked;

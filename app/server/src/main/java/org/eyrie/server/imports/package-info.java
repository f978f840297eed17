/** What is brought in: facts in streams and files, and recipes of planned merges. */
@NullMarked
package org.eyrie.server.imports;

import org.jspecify.annotations.NullMarked;

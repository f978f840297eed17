/** What importing from any registry needs: facts fetched once, cursors kept, fields of somebody else's JSON read. */
@NullMarked
package org.eyrie.sources.registry;

import org.jspecify.annotations.NullMarked;

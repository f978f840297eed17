/** Asking registries politely, and believing nothing they say about where to go next. */
@NullMarked
package org.eyrie.sources.http;

import org.jspecify.annotations.NullMarked;

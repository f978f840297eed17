/**
 * HTTP as a polite guest speaks it: bounded in time and size, patient where asked to wait, and never sent anywhere
 * that nobody configured. Knows nothing of what is fetched.
 */
@NullMarked
package org.eyrie.sources.http;

import org.jspecify.annotations.NullMarked;

/** What people write, at every door alike: characters as a reader counts them, and addresses that mail can reach. */
@NullMarked
package org.redress.platform.words;

import org.jspecify.annotations.NullMarked;

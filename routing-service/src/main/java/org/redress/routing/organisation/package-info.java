/** The organisation, who answers for what in it, and its versions: read from files, validated whole, published. */
@NullMarked
package org.redress.routing.organisation;

import org.jspecify.annotations.NullMarked;

/** Events of {@code petition.groups}: which petitions say the same. */
@NullMarked
package org.redress.contracts.groups;

import org.jspecify.annotations.NullMarked;

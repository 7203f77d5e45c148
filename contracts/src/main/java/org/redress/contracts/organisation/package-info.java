/** Events of {@code organisation.versions}: each activated organisation, whole. */
@NullMarked
package org.redress.contracts.organisation;

import org.jspecify.annotations.NullMarked;

/** Describes each service's interface (OpenAPI) as it is, for those who generate clients from it. */
@NullMarked
package org.redress.platform.description;

import org.jspecify.annotations.NullMarked;

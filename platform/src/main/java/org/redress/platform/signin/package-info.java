/** Signs people in to the pages of a service, and out again: OpenID Connect with a session of this service alone. */
@NullMarked
package org.redress.platform.signin;

import org.jspecify.annotations.NullMarked;

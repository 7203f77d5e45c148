/** The OpenID sign-in server with the demo people. */
@NullMarked
package org.redress.local.signin;

import org.jspecify.annotations.NullMarked;

/** Keeps a service from starting in production with settings that are for trying things out. */
@NullMarked
package org.redress.platform.production;

import org.jspecify.annotations.NullMarked;

/** Volumes over HTTP. */
@NullMarked
package org.redress.analytics.volume.web;

import org.jspecify.annotations.NullMarked;

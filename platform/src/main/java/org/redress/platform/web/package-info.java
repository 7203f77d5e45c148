/** The edge every service shares: who may come in, how large a request may be, and how a refusal is told. */
@NullMarked
package org.redress.platform.web;

import org.jspecify.annotations.NullMarked;

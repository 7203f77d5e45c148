/** The commands of the local installation, one class each. */
@NullMarked
package org.redress.local.command;

import org.jspecify.annotations.NullMarked;

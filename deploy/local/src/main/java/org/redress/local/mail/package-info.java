/** The mail server whose messages lie as files in the run folder. */
@NullMarked
package org.redress.local.mail;

import org.jspecify.annotations.NullMarked;

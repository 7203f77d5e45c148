/** What is known of each petition: its sealed contact, and who may know of its case now. */
@NullMarked
package org.redress.notification.petitions;

import org.jspecify.annotations.NullMarked;

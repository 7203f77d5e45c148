/**
 * Which petitions say the same: their texts are read once, in memory, and what is kept are counted pairs of signs and groups
 * of petitions. A group only suggests that its petitions are one matter 同一事项; an officer makes it one.
 */
@NullMarked
package org.redress.routing.likeness;

import org.jspecify.annotations.NullMarked;

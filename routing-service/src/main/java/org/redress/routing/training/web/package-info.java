/** The models of topics, as administrators ask for them and auditors read them. */
@NullMarked
package org.redress.routing.training.web;

import org.jspecify.annotations.NullMarked;

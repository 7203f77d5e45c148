/** Cases over HTTP: reading them and giving commands. */
@NullMarked
package org.redress.routing.cases.web;

import org.jspecify.annotations.NullMarked;

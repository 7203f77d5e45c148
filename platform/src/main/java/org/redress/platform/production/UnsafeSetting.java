package org.redress.platform.production;

/**
 * A setting that is not for production.
 *
 * @param name the property, and the environment variable that sets it
 * @param problem what is wrong with its value
 * @param accepted what would be right
 */
record UnsafeSetting(String name, String problem, String accepted) {}

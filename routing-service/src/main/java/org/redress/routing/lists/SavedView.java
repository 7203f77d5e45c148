package org.redress.routing.lists;

/**
 * What somebody asks for again and again.
 *
 * @param name what they call it
 * @param query the parameters that ask for it, as in the address of the list
 */
public record SavedView(String name, String query) {}

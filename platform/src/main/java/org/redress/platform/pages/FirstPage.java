package org.redress.platform.pages;

/** Marks the controller of a service that has a first page of its own, at {@code /}. */
public interface FirstPage {}

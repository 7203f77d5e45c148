package org.redress.analytics.violations;

/** Is known by a class that should not know it. */
public class KnownAnalytics {}

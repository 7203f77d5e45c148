package org.redress.notification.violations;

/** Is known by a class that should not know it. */
public class KnownNotification {}

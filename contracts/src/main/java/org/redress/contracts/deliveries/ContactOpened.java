package org.redress.contracts.deliveries;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.redress.contracts.Head;
import org.redress.contracts.WireType;

/**
 * The petitioner's contact is about to be opened, to address a message; told before it is, each time.
 *
 * @param causeId the event that asked for the message
 * @param template which message
 */
@WireType("contact.opened.v1")
public record ContactOpened(@JsonUnwrapped Head head, String causeId, String template) implements DeliveryEvent {}

package org.redress.platform.web;

import java.util.List;
import org.springframework.context.MessageSourceResolvable;

/**
 * A sentence for a reader: a code of the message bundle, or the sentence itself where no bundle knows the code.
 *
 * @param code code in the service's {@code messages} bundle or in the platform's own, or a plain sentence
 * @param arguments values for the placeholders
 */
public record Message(String code, List<Object> arguments) implements MessageSourceResolvable {

    /** With a copy of the arguments. */
    public Message {
        arguments = List.copyOf(arguments);
    }

    /** The message with this code and these values. */
    public static Message of(String code, Object... arguments) {
        return new Message(code, List.of(arguments));
    }

    @Override
    public String[] getCodes() {
        return new String[] {code};
    }

    @Override
    public Object[] getArguments() {
        return arguments.toArray();
    }

    @Override
    public String getDefaultMessage() {
        return code;
    }
}

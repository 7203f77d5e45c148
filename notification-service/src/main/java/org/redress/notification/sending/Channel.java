package org.redress.notification.sending;

import java.util.List;
import org.redress.notification.notifications.ChannelKind;

/** A way to tell recipients, made of lanes; what is known of its kind of messages is known in its package alone. */
public interface Channel {

    /** Which one it is. */
    ChannelKind kind();

    /** What of it can hang without the rest: at least one lane, the same ones for as long as the service runs. */
    List<? extends Lane<?>> lanes();
}

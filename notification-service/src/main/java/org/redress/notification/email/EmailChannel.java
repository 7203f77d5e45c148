package org.redress.notification.email;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.redress.notification.email.writing.Letters;
import org.redress.notification.email.writing.Mail;
import org.redress.notification.email.writing.MailSettings;
import org.redress.notification.notifications.ChannelKind;
import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Outcome;
import org.redress.notification.sending.Channel;
import org.redress.notification.sending.Lane;
import org.redress.notification.sending.Parcel;
import org.redress.notification.sending.SendingSettings;
import org.redress.notification.sending.Task;
import org.redress.notification.sending.Written;
import org.springframework.stereotype.Component;

/** E-mail: one mail server, so one lane. */
@Component
class EmailChannel implements Channel, Lane<Mail> {

    private final Letters letters;
    private final Courier courier;
    private final SendingSettings settings;

    EmailChannel(Letters letters, Courier courier, MailSettings settings) {
        this.letters = letters;
        this.courier = courier;
        this.settings = settings.sending();
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.EMAIL;
    }

    @Override
    public List<EmailChannel> lanes() {
        return List.of(this);
    }

    @Override
    public String name() {
        return ChannelKind.EMAIL.key();
    }

    @Override
    public SendingSettings settings() {
        return settings;
    }

    @Override
    public boolean reachable() {
        return courier.reachable();
    }

    @Override
    public Map<String, Written<Mail>> write(List<Task> tasks) {
        return letters.write(tasks);
    }

    @Override
    public Map<String, Outcome> deliver(
            List<Parcel<Mail>> parcels, BiConsumer<Notification, Map<String, Outcome>> settle)
            throws InterruptedException {
        return courier.deliver(parcels, settle);
    }
}

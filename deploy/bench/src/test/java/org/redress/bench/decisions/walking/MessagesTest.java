package org.redress.bench.decisions.walking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.tools.UsageException;

class MessagesTest {

    private static final String HEAD = "id,user,subject,submitted_at,text,reply,replied_at\n";

    @TempDir
    private Path folder;

    private List<Message> read(String rows, int limit) throws Exception {
        return Messages.read(Files.writeString(folder.resolve("messages.csv"), HEAD + rows), limit);
    }

    @Test
    void readsThemInTheOrderOfTime() throws Exception {
        String rows = """
                2,u,车间漏雨,2026-03-03T08:30:00,"二号车间
                漏雨。",已修。,2026-03-09T16:00:00
                1,u,路灯不亮,2026-03-02 21:05:09,厂区路灯不亮。,已换。,2026-03-05 10:00:00
                """;

        assertThat(read(rows, 9)).extracting(Message::id).containsExactly("1", "2");
        assertThat(read(rows, 1).getFirst())
                .isEqualTo(new Message(
                        "1",
                        "路灯不亮",
                        "厂区路灯不亮。",
                        "已换。",
                        LocalDateTime.parse("2026-03-02T21:05:09"),
                        LocalDateTime.parse("2026-03-05T10:00:00"),
                        false));
        assertThat(read(rows, 9).getLast().text()).isEqualTo("二号车间\n漏雨。");
    }

    @Test
    void takesAReplyWithoutATimeAtTheBeginningOfItsDay() throws Exception {
        Message message = read("1,u,s,2026-03-02T21:05:09,t,r,2026/4/5\n", 9).getFirst();

        assertThat(message.repliedAt()).isEqualTo(LocalDateTime.parse("2026-04-05T00:00"));
        assertThat(message.withoutTime()).isTrue();
    }

    @Test
    void refusesAReplyThatCameBeforeItsMessage() {
        assertThatThrownBy(() -> read("7,u,s,2026-03-02T21:05:09,t,r,2026-03-02T21:05:08\n", 9))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("the reply to 7 came before the message");
    }

    @Test
    void refusesAFileWithoutItsColumns() throws Exception {
        Path file = Files.writeString(folder.resolve("other.csv"), "id,text\n1,t\n");

        assertThatThrownBy(() -> Messages.read(file, 9))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("replied_at");
    }
}

package org.redress.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.starters.Folders;
import org.redress.starters.Ports;

class MailServerTest {

    private static final String MESSAGE = """
            From: office@example.org
            To: li.wei@example.org
            Subject: due

            到期提醒
            ..one dot
            """.replace("\n", "\r\n");

    @TempDir
    Path folder;

    private final int port = Ports.free();
    private MailServer server;

    @BeforeEach
    void starts() throws IOException {
        server = MailServer.start(folder.resolve("mail"), port, InstantSource.system());
    }

    @AfterEach
    void ends() {
        server.close();
    }

    @Test
    void hasTheWholeMessageInAFileWhenItAccepts() throws IOException {
        assertThat(send(MESSAGE)).startsWith("250");
        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(Files.readString(file)).isEqualTo(MESSAGE.replace("..one", ".one")));
    }

    @Test
    void keepsEachMessageApart() throws IOException {
        send(MESSAGE);
        send(MESSAGE);
        assertThat(files()).hasSize(2);
    }

    @Test
    void asksToComeAgainWhenItCannotWrite() throws IOException {
        Folders.delete(folder.resolve("mail"));
        assertThat(send(MESSAGE)).startsWith("452");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
            return files.filter(file -> file.toString().endsWith(".eml")).toList();
        }
    }

    private String send(String message) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            answers.readLine();
            for (String line : List.of(
                    "HELO localhost", "MAIL FROM:<office@example.org>", "RCPT TO:<li.wei@example.org>", "DATA")) {
                say(socket, line + "\r\n");
                answers.readLine();
            }
            say(socket, message + ".\r\n");
            return answers.readLine();
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}

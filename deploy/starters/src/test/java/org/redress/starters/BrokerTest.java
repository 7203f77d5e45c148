package org.redress.starters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {

    @TempDir
    Path folder;

    @Test
    void keepsItsTopicsOnOtherPortsAndLetsNobodyShareItsFolder() throws Exception {
        try (Broker broker = Broker.start(folder);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
            assertThatThrownBy(() -> Broker.start(folder))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageStartingWith("Process " + broker.process().pid() + ", another broker, uses " + folder);
        }
        try (Broker broker = Broker.start(folder);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).contains("kept");
        }
    }

    @Test
    void refusesATakenPort() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();
            assertThatThrownBy(() -> Broker.spawn(folder, folder.resolve("log"), taken, Ports.free()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageStartingWith("Port " + taken + " for the broker is taken by another program");
        }
        assertThat(folder).isEmptyDirectory();
    }
}

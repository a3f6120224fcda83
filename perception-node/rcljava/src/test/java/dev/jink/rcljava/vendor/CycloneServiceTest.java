package dev.jink.rcljava.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jink.rcljava.TestDomain;

import lifecycle_msgs.srv.GetState;
import lifecycle_msgs.srv.GetState_Request;
import lifecycle_msgs.srv.GetState_Response;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.consumers.TriConsumer;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.parameters.ParameterVariant;
import org.ros2.rcljava.service.RMWRequestId;

import rcl_interfaces.msg.FloatingPointRange;
import rcl_interfaces.msg.ParameterDescriptor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Services, asked by Cyclone DDS as rmw_cyclonedds asks: who and which number lead the payload. */
@Timeout(120)
class CycloneServiceTest {
    private int domain;
    private Node node;

    @BeforeEach
    void join() {
        domain = TestDomain.use();
        RCLJava.rclJavaInit();
        node = RCLJava.createNode("eye");
    }

    @AfterEach
    void leave() {
        RCLJava.shutdown();
    }

    @Test
    void shouldAnswerEachClientThatComes() throws IOException, InterruptedException {
        node.declareParameter(
                new ParameterVariant("speed", 2.0),
                new ParameterDescriptor()
                        .setDescription("how fast, m/s")
                        .setFloatingPointRange(
                                List.of(new FloatingPointRange().setFromValue(1).setToValue(4))));
        TriConsumer<RMWRequestId, GetState_Request, GetState_Response> state =
                (_, _, response) -> response.getCurrentState().setId((byte) 3).setLabel("active");
        node.createService(GetState.class, "~/get_state", state);
        assertEquals("state 3 active", called("state", "get_state"));
        assertEquals(
                "described 1 speed type 3 read-only 0 from 1 to 4: how fast, m/s",
                called("described", "describe", "speed"));
        assertEquals("set 1 ", called("set", "set", "speed", "3.5"));
        assertEquals("value 3 3.5 ''", called("value", "get", "speed"));
        assertEquals(
                "set 0 parameter 'speed': got 9.0, wanted a number from 1.0 to 4.0",
                called("set", "set", "speed", "9"));
    }

    /** What the peer prints of the answer. It is killed then: the next one must not suffer for it. */
    private String called(String word, String... what) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>(List.of("call", "/eye"));
        call.addAll(List.of(what));
        try (CyclonePeer peer = CyclonePeer.start(domain, call.toArray(String[]::new))) {
            while (true) {
                RCLJava.spinSome(node);
                String line = peer.poll(0);
                if (line == null) {
                    Thread.sleep(1);
                } else if (line.startsWith(word)) {
                    return line;
                } else if (line.startsWith("failed") || line.startsWith("end of")) {
                    throw new AssertionError(line);
                }
            }
        }
    }
}

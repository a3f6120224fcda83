package dev.jink.rcljava.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.rcljava.TestDomain;
import dev.jink.rcljava.TransportStats;
import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;
import dev.jink.rcljava.dds.DdsParticipant;
import dev.jink.rcljava.dds.DdsReader;
import dev.jink.rcljava.dds.DdsSettings;
import dev.jink.rcljava.dds.DdsWriter;
import dev.jink.rcljava.dds.Origin;

import lifecycle_msgs.srv.ChangeState;
import lifecycle_msgs.srv.ChangeState_Request;
import lifecycle_msgs.srv.ChangeState_Response;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.consumers.TriConsumer;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.parameters.ParameterVariant;
import org.ros2.rcljava.qos.QoSProfile;
import org.ros2.rcljava.service.RMWRequestId;
import org.ros2.rcljava.service.Service;

import rcl_interfaces.msg.FloatingPointRange;
import rcl_interfaces.msg.ParameterDescriptor;
import rcl_interfaces.msg.ParameterEvent;
import rcl_interfaces.srv.DescribeParameters_Request;
import rcl_interfaces.srv.DescribeParameters_Response;
import rcl_interfaces.srv.GetParameterTypes_Request;
import rcl_interfaces.srv.GetParameterTypes_Response;
import rcl_interfaces.srv.GetParameters_Request;
import rcl_interfaces.srv.GetParameters_Response;
import rcl_interfaces.srv.ListParameters_Request;
import rcl_interfaces.srv.ListParameters_Response;
import rcl_interfaces.srv.SetParametersAtomically_Request;
import rcl_interfaces.srv.SetParametersAtomically_Response;
import rcl_interfaces.srv.SetParameters_Request;
import rcl_interfaces.srv.SetParameters_Response;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Services, asked as rmw_fastrtps asks: who and which number stands beside the payload. */
@Timeout(60)
class ServiceTest {
    private Node node;
    private DdsParticipant client;

    /** What came back, and for whom. */
    private record Answer(byte[] payload, Origin origin) {}

    @BeforeEach
    void join() {
        TestDomain.use();
        RCLJava.rclJavaInit();
        node = RCLJava.createNode("server", "/a");
        client = DdsParticipant.open(DdsSettings.ofProcess());
    }

    @AfterEach
    void leave() {
        client.close();
        RCLJava.shutdown();
    }

    @Test
    void shouldAnswerTheAskingReaderWithTheNumberOfItsRequest() throws Exception {
        TriConsumer<RMWRequestId, ChangeState_Request, ChangeState_Response> callback =
                (_, request, response) -> response.setSuccess(request.getTransition().getId() == 3);
        Service<ChangeState> service =
                node.createService(ChangeState.class, "~/change_state", callback);
        assertEquals("/a/server/change_state", service.getServiceName());
        try (Caller caller = new Caller("change_state", ChangeState_Request.class)) {
            for (byte id = 2; id < 5; id++) {
                ChangeState_Request request = new ChangeState_Request();
                request.getTransition().setId(id).setLabel("it");
                Answer answer = caller.ask(request, true);
                assertArrayEquals(caller.answers.guid(), answer.origin().client());
                assertEquals(id - 1, answer.origin().related());
                assertEquals(id == 3, as(new ChangeState_Response(), answer).getSuccess());
            }
        }
        assertTrue(node.removeService(service));
        assertFalse(node.removeService(service));
    }

    @Test
    void shouldAnswerTheWriterOfAClientThatNamesNoReader() throws Exception {
        try (Caller caller = new Caller("list_parameters", ListParameters_Request.class)) {
            Answer answer = caller.ask(new ListParameters_Request(), false);
            assertArrayEquals(caller.requests.guid(), answer.origin().client());
            assertEquals(1, answer.origin().related());
        }
    }

    @Test
    void shouldOfferItsParameters() throws Exception {
        node.declareParameter(
                new ParameterVariant("speed", 2.0),
                new ParameterDescriptor()
                        .setDescription("how fast")
                        .setFloatingPointRange(
                                List.of(new FloatingPointRange().setFromValue(1).setToValue(4))));
        node.declareParameter(
                new ParameterVariant("name", "eye"), new ParameterDescriptor().setReadOnly(true));
        List<String> both = List.of("name", "speed");
        try (Caller list = new Caller("list_parameters", ListParameters_Request.class);
                Caller describe =
                        new Caller("describe_parameters", DescribeParameters_Request.class);
                Caller types = new Caller("get_parameter_types", GetParameterTypes_Request.class)) {
            ListParameters_Response listed =
                    as(new ListParameters_Response(), list.ask(new ListParameters_Request(), true));
            assertEquals(both, listed.getResult().getNames());
            List<ParameterDescriptor> described =
                    as(
                                    new DescribeParameters_Response(),
                                    describe.ask(
                                            new DescribeParameters_Request().setNames(both), true))
                            .getDescriptors();
            assertTrue(described.get(0).getReadOnly());
            assertEquals("how fast", described.get(1).getDescription());
            assertEquals(4, described.get(1).getFloatingPointRange().getFirst().getToValue());
            assertEquals(
                    List.of((byte) 4, (byte) 3, (byte) 0),
                    as(
                                    new GetParameterTypes_Response(),
                                    types.ask(
                                            new GetParameterTypes_Request()
                                                    .setNames(List.of("name", "speed", "none")),
                                            true))
                            .getTypes());
        }
    }

    @Test
    void shouldSetAndRefuseInOneLineAndSayWhatChanged() throws Exception {
        node.declareParameter(
                new ParameterVariant("speed", 2.0),
                new ParameterDescriptor()
                        .setFloatingPointRange(
                                List.of(new FloatingPointRange().setFromValue(1).setToValue(4))));
        List<ParameterEvent> events = new ArrayList<>();
        Node listener = RCLJava.createNode("listener");
        var heard =
                listener.createSubscription(
                        ParameterEvent.class,
                        "/parameter_events",
                        event -> {
                            if (!event.getChangedParameters().isEmpty()) {
                                assertEquals("/a/server", event.getNode());
                                events.add(event);
                            }
                        });
        try (Caller set = new Caller("set_parameters", SetParameters_Request.class);
                Caller all =
                        new Caller(
                                "set_parameters_atomically",
                                SetParametersAtomically_Request.class);
                Caller get = new Caller("get_parameters", GetParameters_Request.class)) {
            while (heard.getPublisherCount() < 2) {
                Thread.sleep(5);
            }
            SetParameters_Request request =
                    new SetParameters_Request()
                            .setParameters(
                                    List.of(
                                            new ParameterVariant("speed", 3).toParameter(),
                                            new ParameterVariant("speed", 9.0).toParameter(),
                                            new ParameterVariant("sped", 1.0).toParameter()));
            var results = as(new SetParameters_Response(), set.ask(request, true)).getResults();
            assertTrue(results.get(0).getSuccessful());
            assertEquals(
                    "parameter 'speed': got 9.0, wanted a number from 1.0 to 4.0",
                    results.get(1).getReason());
            assertEquals(
                    "parameter 'sped': node /a/server has no such parameter; meant 'speed'?",
                    results.get(2).getReason());
            SetParametersAtomically_Request several =
                    new SetParametersAtomically_Request().setParameters(request.getParameters());
            assertFalse(
                    as(new SetParametersAtomically_Response(), all.ask(several, true))
                            .getResult()
                            .getSuccessful());
            GetParameters_Response got =
                    as(
                            new GetParameters_Response(),
                            get.ask(
                                    new GetParameters_Request().setNames(List.of("speed", "sped")),
                                    true));
            assertEquals(3.0, got.getValues().get(0).getDoubleValue());
            assertEquals(0, got.getValues().get(1).getType());
            while (events.isEmpty()) {
                RCLJava.spinOnce(listener);
            }
            assertEquals(1, events.size());
            assertEquals("speed", events.getFirst().getChangedParameters().getFirst().getName());
        }
    }

    private static <T extends WireMessage> T as(T message, Answer answer) {
        CdrReader in =
                new CdrReader()
                        .over(MemorySegment.ofArray(answer.payload()), answer.payload().length);
        message.decode(in);
        assertEquals(null, in.refusal());
        return message;
    }

    /** One client of one service. */
    private final class Caller implements AutoCloseable {
        private final BlockingQueue<Answer> got = new LinkedBlockingQueue<>();
        private final DdsWriter requests;
        private final DdsReader answers;

        Caller(String service, Class<? extends WireMessage> type) {
            WireType request = WireType.of(type);
            String wire = request.name().replace("Request_", "Response_");
            String name = "/a/server/" + service;
            answers =
                    client.reader(
                            "rr" + name + "Reply",
                            wire,
                            1 << 17,
                            QoSProfile.servicesDefault(),
                            new DdsReader.Events(
                                    (payload, length, origin) ->
                                            got.add(
                                                    new Answer(
                                                            payload.asSlice(0, length)
                                                                    .toArray(
                                                                            java.lang.foreign
                                                                                    .ValueLayout
                                                                                    .JAVA_BYTE),
                                                            origin.get())),
                                    new TransportStats()));
            requests =
                    client.writer(
                            "rq" + name + "Request",
                            request.name(),
                            1 << 14,
                            QoSProfile.servicesDefault());
        }

        Answer ask(WireMessage request, boolean namesReader) throws InterruptedException {
            while (requests.matched() == 0 || answers.matched() == 0) {
                Thread.sleep(2);
            }
            MemorySegment payload = MemorySegment.ofArray(new byte[1 << 14]);
            CdrWriter out = new CdrWriter(payload);
            request.encode(out);
            MemorySegment encoded = payload.asSlice(0, out.lengthBytes());
            if (namesReader) {
                assertTrue(requests.answer(new Origin(answers.guid(), -1, 0, false), encoded));
            } else {
                requests.write(
                        buffer -> {
                            MemorySegment.copy(encoded, 0, buffer, 0, encoded.byteSize());
                            return (int) encoded.byteSize();
                        });
            }
            while (got.isEmpty()) {
                RCLJava.spinSome(node);
                Thread.sleep(1);
            }
            return got.take();
        }

        @Override
        public void close() {
            requests.close();
            answers.close();
        }
    }
}

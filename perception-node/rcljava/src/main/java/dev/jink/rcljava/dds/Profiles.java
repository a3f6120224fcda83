package dev.jink.rcljava.dds;

import org.ros2.rcljava.qos.QoSProfile;
import org.ros2.rcljava.qos.policies.Durability;
import org.ros2.rcljava.qos.policies.History;
import org.ros2.rcljava.qos.policies.Reliability;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The XML profiles that Fast DDS reads. The binding's own attribute classes know neither the
 * history memory policy, nor deadlines, nor initial peers, so the text is written here in full.
 * All that goes into it must have been checked: on XML it can't read, the library makes no
 * participant, and the binding then kills the process.
 */
final class Profiles {
    private static final int PORT_BASE = 7400;
    private static final int PORTS_PER_DOMAIN = 250;
    private static final int FIRST_METATRAFFIC_UNICAST = 10;
    private static final String MULTICAST = "239.255.0.1";
    private static final int DEFAULT_DEPTH = 10;

    // How long a send may wait for another one of this process. The library cuts off what waits
    // longer, and where it was sending fragments or gaps it ends the process by that: it sends the
    // rest while it unwinds, and is cut off again. Its own threads wait for a day.
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);

    // How long a send may wait for readers to make room, when none of its samples may go.
    private static final Duration WAIT_FOR_ROOM = Duration.ofMillis(5);

    /** Participants on one host that are told of us without multicast. */
    static final int PEERS_PER_HOST = 20;

    // A lost answer is told of soon: the usual 3 s are as long as some clients wait.
    private static final String ANSWERS_HEARTBEAT =
            "<times><heartbeatPeriod><nanosec>50000000</nanosec></heartbeatPeriod></times>";

    private Profiles() {}

    /** Port on which a participant hears of others, by its number on the host. */
    static int discoveryPort(int domainId, int participant) {
        return PORT_BASE
                + PORTS_PER_DOMAIN * domainId
                + FIRST_METATRAFFIC_UNICAST
                + 2 * participant;
    }

    /** Port on which all participants of a domain hear of others by multicast. */
    static int multicastPort(int domainId) {
        return PORT_BASE + PORTS_PER_DOMAIN * domainId;
    }

    /**
     * A participant. Announcements: twenty in the first second, for peers whose start overlaps
     * ours, then two a second, should some be lost. A silent peer is given up after ten seconds.
     * Threads that send at once get a buffer each, and wait for none. User data: what rmw expects of
     * a ROS participant.
     */
    static String participant(String profile, DdsSettings settings) {
        String whiteList =
                settings.address() == null
                        ? ""
                        : "<interfaceWhiteList><address>%s</address></interfaceWhiteList>"
                                .formatted(settings.address());
        return document(
                """
                <transport_descriptors><transport_descriptor>
                  <transport_id>%1$s</transport_id>
                  <type>UDPv4</type>
                  <receiveBufferSize>%2$d</receiveBufferSize>
                  <non_blocking_send>%7$s</non_blocking_send>
                  %3$s
                </transport_descriptor></transport_descriptors>
                <participant profile_name="%1$s">
                  <domainId>%4$d</domainId>
                  <rtps>
                    <name>/</name>
                    <allocation><send_buffers><dynamic>true</dynamic></send_buffers></allocation>
                    <builtin>
                      <discovery_config>
                        <leaseDuration><sec>10</sec></leaseDuration>
                        <leaseAnnouncement><nanosec>500000000</nanosec></leaseAnnouncement>
                        <initialAnnouncements>
                          <count>20</count>
                          <period><nanosec>50000000</nanosec></period>
                        </initialAnnouncements>
                      </discovery_config>
                      <initialPeersList>%5$s</initialPeersList>
                    </builtin>
                    <userTransports><transport_id>%1$s</transport_id></userTransports>
                    <useBuiltinTransports>false</useBuiltinTransports>
                    <userData><value>%6$s</value></userData>
                  </rtps>
                </participant>
                """
                        .formatted(
                                profile,
                                settings.receiveBufferBytes(),
                                whiteList,
                                settings.domainId(),
                                initialPeers(settings),
                                octets("enclave=/;"),
                                settings.neverWait()));
    }

    /**
     * A reader. Its history's memory is PREALLOCATED: with any other policy a sample larger than
     * the type's declared size is copied beyond the end of the binding's buffer and kills the
     * process; with this one Fast DDS rejects it.
     */
    static String reader(
            String profile, String topic, String type, QoSProfile qos, String userData) {
        return document(
                """
                <data_reader profile_name="%s">
                  %s
                  <qos>%s%s</qos>
                  <historyMemoryPolicy>PREALLOCATED</historyMemoryPolicy>
                </data_reader>
                """
                        .formatted(
                                profile, topic(topic, type, qos), policies(qos), told(userData)));
    }

    /** A writer, sending from the publishing thread; its memory grows to what is really sent. */
    static String writer(
            String profile, String topic, String type, QoSProfile qos, String userData) {
        return document(
                """
                <data_writer profile_name="%s">
                  %s
                  <qos>%s%s<publishMode><kind>SYNCHRONOUS</kind></publishMode></qos>
                  %s
                  <historyMemoryPolicy>DYNAMIC_REUSABLE</historyMemoryPolicy>
                </data_writer>
                """
                        .formatted(
                                profile,
                                topic(topic, type, qos),
                                policies(qos),
                                told(userData),
                                topic.startsWith("rr/") ? ANSWERS_HEARTBEAT : ""));
    }

    /** Depth with the default filled in. */
    static int depth(QoSProfile qos) {
        return qos.getDepth() == QoSProfile.DEPTH_SYSTEM_DEFAULT ? DEFAULT_DEPTH : qos.getDepth();
    }

    private static String topic(String topic, String type, QoSProfile qos) {
        return """
        <topic>
          <name>%s</name>
          <dataType>%s</dataType>
          <historyQos><kind>%s</kind><depth>%d</depth></historyQos>
        </topic>
        """
                .formatted(
                        topic,
                        type,
                        qos.getHistory() == History.KEEP_ALL ? "KEEP_ALL" : "KEEP_LAST",
                        depth(qos));
    }

    private static String policies(QoSProfile qos) {
        return """
        <durability><kind>%s</kind></durability>
        <reliability>
          <kind>%s</kind>
          %s
        </reliability>
        %s%s
        """
                .formatted(
                        qos.getDurability() == Durability.TRANSIENT_LOCAL
                                ? "TRANSIENT_LOCAL"
                                : "VOLATILE",
                        qos.getReliability() == Reliability.BEST_EFFORT
                                ? "BEST_EFFORT"
                                : "RELIABLE",
                        time("max_blocking_time", longestWait(qos)),
                        duration("deadline", "period", qos.getDeadline()),
                        duration("lifespan", "duration", qos.getLifespan()));
    }

    private static String told(String userData) {
        return userData.isEmpty()
                ? ""
                : "<userData><value>%s</value></userData>".formatted(octets(userData));
    }

    private static String duration(String policy, String element, Duration duration) {
        if (duration.isZero()) {
            return "";
        }
        return "<%1$s>%2$s</%1$s>".formatted(policy, time(element, duration));
    }

    private static String time(String element, Duration duration) {
        return "<%1$s><sec>%2$d</sec><nanosec>%3$d</nanosec></%1$s>"
                .formatted(element, duration.getSeconds(), duration.getNano());
    }

    private static Duration longestWait(QoSProfile qos) {
        return qos.getHistory() == History.KEEP_ALL ? WAIT_FOR_ROOM : AS_LONG_AS_IT_TAKES;
    }

    /** Multicast, and directly each port a participant on a peer host may have. */
    private static String initialPeers(DdsSettings settings) {
        StringBuilder locators = new StringBuilder();
        locators.append(locator(MULTICAST, multicastPort(settings.domainId())));
        List<String> hosts = new ArrayList<>(settings.peers());
        if (settings.loopbackOnly()) {
            hosts.add(DdsSettings.LOOPBACK);
        }
        for (String host : hosts) {
            for (int participant = 0; participant < PEERS_PER_HOST; participant++) {
                locators.append(locator(host, discoveryPort(settings.domainId(), participant)));
            }
        }
        return locators.toString();
    }

    private static String locator(String host, int port) {
        return "<locator><udpv4><port>%d</port><address>%s</address></udpv4></locator>"
                .formatted(port, host);
    }

    private static String octets(String text) {
        return HexFormat.ofDelimiter(".").formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String document(String profile) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <dds xmlns="http://www.eprosima.com/XMLSchemas/fastRTPS_Profiles"><profiles>
        %s</profiles></dds>
        """
                .formatted(profile);
    }
}

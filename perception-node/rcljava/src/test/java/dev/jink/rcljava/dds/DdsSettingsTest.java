package dev.jink.rcljava.dds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class DdsSettingsTest {
    private static final long ROOMY = 1 << 30;

    @Test
    void shouldStayOnLoopbackInDomainZeroByDefault() {
        DdsSettings settings = of(Map.of(), Map.of());
        assertEquals(
                new DdsSettings(0, "127.0.0.1", List.of(), 4 << 20, false, List.of()), settings);
        assertTrue(settings.loopbackOnly());
    }

    @Test
    void shouldTakeTheDomainFromTheEnvironmentOrTheProperty() {
        assertEquals(42, of(Map.of("ROS_DOMAIN_ID", "42"), Map.of()).domainId());
        assertEquals(
                7, of(Map.of("ROS_DOMAIN_ID", "42"), Map.of(DdsSettings.DOMAIN, "7")).domainId());
        assertEquals(0, of(Map.of("ROS_DOMAIN_ID", ""), Map.of()).domainId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"233", "-1", "x", "1.5", "99999999999"})
    void shouldRefuseOtherDomains(String domain) {
        assertEquals(
                "ROS_DOMAIN_ID: got '%s', wanted a whole number from 0 to 232".formatted(domain),
                refusal(Map.of("ROS_DOMAIN_ID", domain), Map.of()));
    }

    @Test
    void shouldWarnWhenTheKernelCapsTheReceiveBuffer() {
        DdsSettings settings = DdsSettings.of(key -> null, key -> null, 212992);
        assertEquals(212992, settings.receiveBufferBytes());
        assertEquals(
                List.of(
                        "receive buffer: wanted 4194304 bytes, the kernel caps it at 212992, large"
                                + " pictures may be lost; raise it: sysctl -w"
                                + " net.core.rmem_max=4194304"),
                settings.warnings());
    }

    @Test
    void shouldReadTheKernelsCap() {
        // A sysctl file read in pieces gives its first digit only.
        DdsSettings settings = DdsSettings.ofProcess();
        assertTrue(settings.receiveBufferBytes() >= 65536, settings.toString());
        assertTrue(
                settings.warnings().stream().noneMatch(line -> line.contains("at 4,")),
                settings.toString());
    }

    @Test
    void shouldUseTheInterfaceThatIsNamed() {
        assertEquals("127.0.0.1", of(Map.of("JINK_INTERFACE", "lo"), Map.of()).address());
        assertEquals(
                "127.0.0.1", of(Map.of(), Map.of(DdsSettings.INTERFACE, "127.0.0.1")).address());
        assertNull(of(Map.of(), Map.of(DdsSettings.INTERFACE, "all")).address());
        assertNull(of(Map.of("ROS_LOCALHOST_ONLY", "0"), Map.of()).address());
        assertEquals("127.0.0.1", of(Map.of("ROS_LOCALHOST_ONLY", "1"), Map.of()).address());
    }

    @Test
    void shouldNameTheInterfacesWhenThereIsNoSuchOne() {
        String refusal = refusal(Map.of("JINK_INTERFACE", "eth99"), Map.of());
        assertTrue(
                refusal.matches(
                        "interface 'eth99': no such interface with an IPv4 address; there are"
                                + " .*lo.*; set -Djink.dds.interface or JINK_INTERFACE, or 'all'"),
                refusal);
    }

    @Test
    void shouldWarnOnceWhenAnybodyOnTheNetworkCanSpeakToIt() {
        assertEquals(List.of(), of(Map.of(), Map.of()).warnings());
        assertEquals(List.of(), of(Map.of("JINK_INTERFACE", "lo"), Map.of()).warnings());
        assertEquals(
                List.of(
                        "listens on all interfaces without security underneath: whoever is on that"
                            + " network can speak to this node and move what it moves; name a VPN's"
                            + " interface, or unset JINK_INTERFACE for this machine alone"),
                of(Map.of("JINK_INTERFACE", "all"), Map.of()).warnings());
        assertEquals(1, of(Map.of("ROS_LOCALHOST_ONLY", "0"), Map.of()).warnings().size());
    }

    @Test
    void shouldRefuseContradictions() {
        assertEquals(
                "ROS_LOCALHOST_ONLY=1 and interface 'all' contradict each other; unset one",
                refusal(Map.of("ROS_LOCALHOST_ONLY", "1"), Map.of(DdsSettings.INTERFACE, "all")));
    }

    @Test
    void shouldCheckPeers() {
        assertEquals(
                List.of("10.0.0.2", "10.0.0.3"),
                of(Map.of(), Map.of(DdsSettings.PEERS, "10.0.0.2, 10.0.0.3")).peers());
        assertEquals(
                "-Djink.dds.peers: got 'drone', wanted IPv4 addresses with commas between",
                refusal(Map.of(), Map.of(DdsSettings.PEERS, "drone")));
        assertEquals(
                "-Djink.dds.peers: got '10.0.0.256', wanted IPv4 addresses with commas between",
                refusal(Map.of(), Map.of(DdsSettings.PEERS, "10.0.0.256")));
    }

    @Test
    void shouldRefuseBuffersTheLibraryCannotLiveWith() {
        assertEquals(
                "receive buffer: the kernel caps it at 4096 bytes, the DDS library wants at least"
                        + " 65536; raise it: sysctl -w net.core.rmem_max=4194304",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> DdsSettings.of(key -> null, key -> null, 4096))
                        .getMessage());
    }

    private static DdsSettings of(Map<String, String> env, Map<String, String> properties) {
        return DdsSettings.of(env::get, properties::get, ROOMY);
    }

    private static String refusal(Map<String, String> env, Map<String, String> properties) {
        return assertThrows(IllegalArgumentException.class, () -> of(env, properties)).getMessage();
    }
}

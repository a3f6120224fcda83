package dev.jink.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

final class KernelProviderTest {
    private static final String C2 = "mixed mode, sharing";

    private static Machine x86(int preferredBits, String... flags) {
        return new Machine(true, C2, preferredBits, false, Set.of(flags));
    }

    private static KernelProvider.Choice choice(Machine machine) {
        return KernelProvider.choice(machine, null);
    }

    @Test
    void shouldTake512WithVectorPopulationCount() {
        assertEquals(
                new KernelProvider.Choice("512", "kernels 512: the widest"),
                choice(x86(512, "fma", "avx512f", "avx512_vpopcntdq")));
    }

    @Test
    void shouldTake256WithoutVectorPopulationCount() {
        assertEquals(
                new KernelProvider.Choice(
                        "256", "kernels 256: not 512, the CPU does not report avx512_vpopcntdq"),
                choice(x86(512, "fma", "avx512f")));
        assertEquals(
                new KernelProvider.Choice(
                        "256", "kernels 256: not 512, the JVM's widest vectors here have 256 bits"),
                choice(x86(256, "fma", "avx2")));
    }

    @Test
    void shouldTake128OnArm() {
        Machine arm = new Machine(true, C2, 128, true, Set.of("asimd"));
        assertEquals("128", choice(arm).path());
    }

    @Test
    void shouldTakeScalarWithoutFusedMultiplyAdd() {
        assertEquals("scalar", choice(x86(128, "sse4_2")).path());
    }

    @Test
    void shouldTakeScalarAndSayWhichFlagIsMissing() {
        KernelProvider.Choice choice = choice(new Machine(false, C2, 0, false, Set.of("fma")));
        assertEquals("scalar", choice.path());
        assertTrue(choice.reason().contains("start java with --add-modules jdk.incubator.vector"));
        assertEquals(1, choice.reason().lines().count());
    }

    @Test
    void shouldTakeScalarWithoutC2() {
        for (String compiler : List.of("interpreted mode", "mixed mode, emulated-client")) {
            Machine machine = new Machine(true, compiler, 256, false, Set.of("fma"));
            assertEquals("scalar", choice(machine).path());
        }
    }

    @Test
    void shouldTakeForcedPath() {
        KernelProvider.Choice choice = KernelProvider.choice(x86(256, "fma"), "128");
        assertEquals(new KernelProvider.Choice("128", "kernels 128: asked for"), choice);
    }

    @Test
    void shouldRefuseForcedPathThatTheMachineLacks() {
        Exception refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> KernelProvider.choice(x86(256, "fma"), "512"));
        assertEquals(
                "jink.kernels: got 512, wanted a path of this machine (256 128 scalar), for the"
                        + " JVM's widest vectors here have 256 bits: force one of those",
                refusal.getMessage());
    }

    @Test
    void shouldRefuseUnknownPath() {
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> KernelProvider.named("avx2"));
        assertEquals(
                "jink.kernels: got avx2, wanted one of 512 256 128 scalar: leave it out to let Jink"
                        + " choose",
                refusal.getMessage());
    }

    @Test
    void shouldOfferEveryPathThatItLists() {
        List<String> available = KernelProvider.available();
        assertEquals("scalar", available.getLast());
        for (String path : available) {
            assertEquals(path, KernelProvider.named(path).path());
        }
        assertEquals(available.getFirst(), KernelProvider.choose().path());
        assertTrue(KernelProvider.reason().startsWith("kernels " + available.getFirst() + ": "));
    }

    @Test
    void shouldRunWithoutTheVectorModule() throws Exception {
        assertEquals(
                "kernels scalar: not 512, module jdk.incubator.vector is absent: start java with"
                        + " --add-modules jdk.incubator.vector",
                child(List.of()).split(";")[0]);
    }

    @Test
    void shouldFailWhenForcedPathIsAbsentInsteadOfFallingBack() throws Exception {
        String said = child(List.of("-Djink.kernels=256"));
        assertTrue(
                said.startsWith("jink.kernels: got 256, wanted a path of this machine (scalar)"));
    }

    /** What a JVM with these arguments says of its choice. */
    private static String child(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(arguments);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(SaysChoice.class.getName());
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        byte[] said = process.getInputStream().readAllBytes();
        assertEquals(0, process.waitFor());
        return new String(said, StandardCharsets.UTF_8).strip();
    }

    /** The child: prints the reason or the refusal. */
    static final class SaysChoice {
        public static void main(String[] args) {
            try {
                System.out.println(KernelProvider.reason());
            } catch (IllegalArgumentException refusal) {
                System.out.println(refusal.getMessage());
            }
        }
    }
}

package dev.jink.launch.doctor;

import static dev.jink.launch.doctor.Finding.Grade.COULD_BE_BETTER;
import static dev.jink.launch.doctor.Finding.Grade.UNFIT;

import dev.jink.kernels.KernelProvider;
import dev.jink.launch.ros.Discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What only running tells: the JVM, the engine, the home folder, the wire. */
final class ProgramChecks {
    private static final int JDK = 25;
    private static final long SLOW_MS = 3000;

    private ProgramChecks() {}

    static Finding jdk(Runtime.Version version, String vendor) {
        return Finding.judge(
                "JDK",
                version.feature() >= JDK,
                UNFIT,
                version + ", " + vendor,
                JDK + " or newer",
                "install Temurin 25, or on Debian 13: sudo apt-get install"
                        + " openjdk-25-jdk-headless");
    }

    static Finding simd() {
        String path = KernelProvider.choose().path();
        return simd(path, KernelProvider.reason());
    }

    static Finding simd(String path, String reason) {
        return Finding.judge(
                "SIMD path",
                !path.startsWith("scalar"),
                COULD_BE_BETTER,
                path.equals(reason) ? path : reason,
                "512, 256 or 128 bits",
                "run on a processor with AVX2, AVX-512 or NEON, and without -Djink.kernels");
    }

    /** The natives of DDS and OpenCV unpack there. */
    static Finding home(Path home) {
        String is = home + " can be written";
        boolean good = true;
        try {
            Files.delete(Files.createTempFile(home, ".jink-doctor", ""));
        } catch (IOException e) {
            is = home + " can't be written (" + e.getClass().getSimpleName() + ")";
            good = false;
        }
        return Finding.judge(
                "home folder",
                good,
                UNFIT,
                is,
                "a folder that can be written: libraries unpack there",
                "export HOME=/a/folder/of/yours, or with systemd StateDirectory= and"
                        + " Environment=HOME=");
    }

    static Finding discovery() {
        String wanted = "a message from one participant to another within 3 s";
        String change =
                "set JINK_INTERFACE to an interface that is up (ip -brief address), and let UDP"
                        + " ports 7400 to 65000 through the firewall";
        try {
            Discovery.Result met = Discovery.meet();
            String is =
                    met.millis() < 0
                            ? "nothing heard on " + met.interfaceName()
                            : String.format(
                                    Locale.ROOT,
                                    "heard on %s after %d ms, domain %d",
                                    met.interfaceName(),
                                    met.millis(),
                                    met.domain());
            boolean heard = met.millis() >= 0;
            return Finding.judge(
                    "DDS discovery",
                    heard && met.millis() <= SLOW_MS,
                    heard ? COULD_BE_BETTER : UNFIT,
                    is,
                    wanted,
                    change);
        } catch (RuntimeException e) {
            return new Finding(
                    "DDS discovery", UNFIT, String.valueOf(e.getMessage()), wanted, change);
        }
    }
}

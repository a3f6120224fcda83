package dev.jink.launch;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.kernels.model.ModelFile;
import dev.jink.perception.sight.ModelTrust;
import dev.jink.sim.command.CommandLines;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** From a new key to a node that flies the signed model and no other. */
class SignCommandTest {
    @TempDir private Path folder;
    private Path model;
    private Path key;
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void copyTheShippedModel() throws IOException {
        model =
                Files.copy(
                        Path.of("")
                                .toAbsolutePath()
                                .resolveSibling("perception-node")
                                .resolve("models/sight.jink"),
                        folder.resolve("sight.jink"));
        key = folder.resolve("key");
    }

    private int sign(String... more) {
        CommandLine line = CommandLines.of(new SignCommand()).setErr(new PrintWriter(err, true));
        String[] args = new String[more.length + 3];
        args[0] = model.toString();
        args[1] = "--key";
        args[2] = key.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return line.execute(args);
    }

    private void fly(Path publicKey) throws IOException {
        new ModelTrust("", publicKey, null).check(model, ModelFile.load(model).sha256());
    }

    @Test
    void shouldSignSoThatTheNodeFliesIt() throws IOException {
        assertEquals(0, sign("--new-key"), err::toString);
        Path pub = folder.resolve("key.pub");
        assertDoesNotThrow(() -> fly(pub));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        String signature = Files.readString(folder.resolve("sight.jink.sig"));
        key = folder.resolve("another");
        assertEquals(0, sign("--new-key"));
        assertThrows(IllegalArgumentException.class, () -> fly(pub));
        key = folder.resolve("key");
        assertEquals(0, sign());
        assertEquals(signature, Files.readString(folder.resolve("sight.jink.sig")));
    }

    @Test
    void shouldNeverWriteOverAKey() throws IOException {
        Files.writeString(key, "precious");
        assertEquals(2, sign("--new-key"));
        assertEquals("precious", Files.readString(key));
        assertTrue(
                err.toString().contains("--new-key: " + key + " is there already: sign with it"),
                err::toString);
    }

    @Test
    void shouldSayWhatAKeyMustBe() throws IOException {
        assertEquals(2, sign());
        assertTrue(err.toString().contains("can't be read (NoSuchFileException)"), err::toString);
        Files.writeString(key, "nothing");
        assertEquals(2, sign());
        assertTrue(err.toString().contains("BEGIN PRIVATE KEY"), err::toString);
    }

    @Test
    void shouldNotSignWhatIsNoModel() throws IOException {
        Files.writeString(model, "nothing");
        assertEquals(2, sign("--new-key"));
        assertTrue(err.toString().contains("model file " + model), err::toString);
        assertTrue(Files.notExists(key));
    }
}

package dev.jink.rcljava.dds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class KnownNativesTest {
    @TempDir private Path folder;
    private Path note;
    private Path jar;
    private Path library;
    private Path dependency;

    @BeforeEach
    void unpack() throws IOException {
        note = folder.resolve("known");
        jar = Files.writeString(folder.resolve("binding.jar"), "jar");
        library = Files.writeString(folder.resolve("lib with space.so"), "library");
        dependency = Files.writeString(folder.resolve("libdep.so"), "dependency");
        known().keep("the name", List.of(library.toString(), dependency.toString()));
    }

    @Test
    void shouldFindWhatAnEarlierStartUnpackedInLoadingOrder() throws IOException {
        assertEquals("the name", Files.readAllLines(note).get(1));
        assertEquals(List.of(dependency, library), found());
    }

    @Test
    void shouldForgetItWhenTheBindingChanged() throws IOException {
        Files.writeString(jar, "another jar");
        assertEquals(List.of(), found());
    }

    @Test
    void shouldForgetItWhenAFileIsMissingOrCutShort() throws IOException {
        Files.writeString(library, "libr");
        assertEquals(List.of(), found());
        Files.delete(library);
        assertEquals(List.of(), found());
    }

    @Test
    void shouldLeaveTheLoadingToTheBindingWhereNothingIsKnown() throws IOException {
        Files.writeString(note, "");
        assertFalse(known().load());
        Files.delete(note);
        assertFalse(known().load());
    }

    @Test
    void shouldKnowTheBindingOfThisProcess() throws IOException {
        NativeLibrary.load();
        Path home = Path.of(System.getProperty("user.home"), ".ihmc", "lib");
        KnownNatives ours = KnownNatives.in(home);
        List<String> lines = Files.readAllLines(home.resolve("ihmc-pub-sub.known"));
        assertTrue(ours.files(lines).size() > 1, () -> "wanted natives in " + lines);
    }

    private KnownNatives known() {
        return new KnownNatives(note, jar);
    }

    private List<Path> found() throws IOException {
        return known().files(Files.readAllLines(note));
    }
}

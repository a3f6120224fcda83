package dev.jink.perception.sight;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Locale;

class ModelTrustTest {
    private static final String SHA = "0123456789abcdef".repeat(4);
    private static final String OTHER = "f".repeat(64);

    @TempDir private Path folder;
    private Path model;
    private Path key;
    private Path signature;
    private KeyPair pair;

    @BeforeEach
    void sign() throws Exception {
        model = folder.resolve("sight.jink");
        key = folder.resolve("key.pub");
        signature = folder.resolve("sight.jink.sig");
        pair = KeyPairGenerator.getInstance(ModelTrust.ALGORITHM).generateKeyPair();
        writeKey(pair);
        writeSignature(SHA, signature);
    }

    private void writeKey(KeyPair of) throws Exception {
        Files.writeString(
                key,
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(of.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
    }

    private void writeSignature(String sha256, Path file) throws Exception {
        Signature signer = Signature.getInstance(ModelTrust.ALGORITHM);
        signer.initSign(pair.getPrivate());
        signer.update(ModelTrust.statement(sha256));
        Files.writeString(file, Base64.getEncoder().encodeToString(signer.sign()) + "\n");
    }

    private String refusal(ModelTrust trust, String sha256) {
        return assertThrows(IllegalArgumentException.class, () -> trust.check(model, sha256))
                .getMessage();
    }

    @Test
    void shouldLetAnyModelFlyUnlessToldOtherwise() {
        assertDoesNotThrow(() -> ModelTrust.ANY.check(model, SHA));
    }

    @Test
    void shouldLetOnlyTheNamedModelFly() {
        ModelTrust trust = new ModelTrust(SHA.toUpperCase(Locale.ROOT), null, null);
        assertDoesNotThrow(() -> trust.check(model, SHA));
        assertEquals(
                "model file "
                        + model
                        + ": got sha256 "
                        + OTHER
                        + ", wanted "
                        + SHA
                        + " as model_sha256 says: install that model, or change the parameter",
                refusal(trust, OTHER));
    }

    @Test
    void shouldLetOnlyASignedModelFly() throws Exception {
        ModelTrust trust = new ModelTrust("", key, null);
        assertDoesNotThrow(() -> trust.check(model, SHA));
        assertEquals(
                "model file "
                        + model
                        + ": its signature in "
                        + signature
                        + " is not by the owner of "
                        + key
                        + ", wanted one for sha256 "
                        + OTHER
                        + ": sign it with jink sign, or install the model that was signed",
                refusal(trust, OTHER));
        Path elsewhere = folder.resolve("elsewhere");
        writeSignature(OTHER, elsewhere);
        assertDoesNotThrow(() -> new ModelTrust("", key, elsewhere).check(model, OTHER));
    }

    @Test
    void shouldRefuseAnotherOwnersSignature() throws Exception {
        writeKey(KeyPairGenerator.getInstance(ModelTrust.ALGORITHM).generateKeyPair());
        assertTrue(refusal(new ModelTrust("", key, null), SHA).contains("is not by the owner of"));
    }

    @Test
    void shouldRefuseAnyChangeToTheSignature() throws Exception {
        byte[] right = Base64.getMimeDecoder().decode(Files.readString(signature));
        for (int bit = 0; bit < right.length * 8; bit += 7) {
            byte[] wrong = right.clone();
            wrong[bit / 8] ^= (byte) (1 << bit % 8);
            Files.writeString(signature, Base64.getEncoder().encodeToString(wrong));
            assertTrue(refusal(new ModelTrust("", key, null), SHA).contains("is not by"));
        }
        Files.writeString(signature, "!!! no base64");
        assertTrue(refusal(new ModelTrust("", key, null), SHA).contains("is not by"));
        Files.delete(signature);
        assertEquals(
                "file "
                        + signature
                        + " can't be read (NoSuchFileException), wanted the model's signature or"
                        + " the key to check it by: jink sign makes both",
                refusal(new ModelTrust("", key, null), SHA));
    }

    @Test
    void shouldSayWhatAKeyFileMustHold() throws Exception {
        Files.writeString(key, "ssh-ed25519 AAAA");
        assertEquals(
                "key file "
                        + key
                        + ": wanted PEM with '-----BEGIN PUBLIC KEY-----': make a pair with jink"
                        + " sign --new-key",
                refusal(new ModelTrust("", key, null), SHA));
        writeKey(KeyPairGenerator.getInstance("RSA").generateKeyPair());
        assertTrue(
                refusal(new ModelTrust("", key, null), SHA)
                        .contains("holds another key, wanted one of Ed25519"));
    }

    @Test
    void shouldRefuseParametersThatContradict() {
        assertTrue(
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new ModelTrust("abc", null, null))
                        .getMessage()
                        .startsWith("parameter model_sha256: got 'abc', wanted 64 hex digits"));
        assertTrue(
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new ModelTrust("", null, signature))
                        .getMessage()
                        .endsWith("without a key to check it by: set model_public_key too"));
    }
}

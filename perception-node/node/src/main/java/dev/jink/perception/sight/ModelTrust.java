package dev.jink.perception.sight;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which model may fly: any that is whole, only the one with a certain digest, or only one that the
 * owner of a key has signed. What is signed is one line of text with the SHA-256 that the model
 * file carries over all of itself, so that a model of any size is signed and checked at once:
 *
 * <pre>
 *   jink model sha256:&lt;64 hex digits&gt;\n          Ed25519 (RFC 8032), 64 bytes, in Base64
 * </pre>
 *
 * @param sha256 the only digest that may fly, 64 hex digits; empty = any
 * @param publicKey PEM file, "BEGIN PUBLIC KEY"; null = no signature is asked for
 * @param signature file with the signature; null = the model's name and {@value #SUFFIX}
 */
public record ModelTrust(String sha256, Path publicKey, Path signature) {
    /** What a signature's file name has beyond its model's. */
    public static final String SUFFIX = ".sig";

    /** The one signature scheme. */
    public static final String ALGORITHM = "Ed25519";

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----\\s+([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    /** Any model that is whole. */
    public static final ModelTrust ANY = new ModelTrust("", null, null);

    /**
     * @throws IllegalArgumentException in one line, when the digest is none
     */
    public ModelTrust {
        if (!sha256.isEmpty() && !sha256.matches("[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException(
                    "parameter model_sha256: got '"
                            + sha256
                            + "', wanted 64 hex digits, or nothing: jink inspect MODEL prints"
                            + " them");
        }
        if (signature != null && publicKey == null) {
            throw new IllegalArgumentException(
                    "parameter model_signature: got "
                            + signature
                            + " without a key to check it by: set model_public_key too");
        }
    }

    /**
     * Checks a model before any of it computes.
     *
     * @param model its file, for the words
     * @param got the digest that was found to hold over the whole file
     * @throws IllegalArgumentException in one line: what, got, wanted, the way out
     */
    public void check(Path model, String got) {
        if (!sha256.isEmpty() && !sha256.equalsIgnoreCase(got)) {
            throw new IllegalArgumentException(
                    "model file "
                            + model
                            + ": got sha256 "
                            + got
                            + ", wanted "
                            + sha256.toLowerCase(Locale.ROOT)
                            + " as model_sha256 says: install that model, or change the parameter");
        }
        if (publicKey != null) {
            Path file =
                    signature != null
                            ? signature
                            : model.resolveSibling(model.getFileName() + SUFFIX);
            if (!isSigned(got, read(file), key())) {
                throw new IllegalArgumentException(
                        "model file "
                                + model
                                + ": its signature in "
                                + file
                                + " is not by the owner of "
                                + publicKey
                                + ", wanted one for sha256 "
                                + got
                                + ": sign it with jink sign, or install the model that was signed");
            }
        }
    }

    /** What is signed for a model with this digest. */
    public static byte[] statement(String sha256) {
        return ("jink model sha256:" + sha256 + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The bytes inside a PEM file.
     *
     * @param label what it must hold, such as PUBLIC KEY
     * @throws IllegalArgumentException in one line, when it holds something else
     */
    public static byte[] pem(String text, String label, Path file) {
        Matcher matcher = PEM.matcher(text);
        if (!matcher.find() || !matcher.group(1).equals(label)) {
            throw new IllegalArgumentException(
                    "key file "
                            + file
                            + ": wanted PEM with '-----BEGIN "
                            + label
                            + "-----': make a pair with jink sign --new-key");
        }
        return Base64.getMimeDecoder().decode(matcher.group(2));
    }

    private static boolean isSigned(String got, String base64, PublicKey key) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(statement(got));
            return verifier.verify(Base64.getMimeDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Not Base64, not 64 bytes, or a point off the curve: no signature of anybody's.
            return false;
        }
    }

    private PublicKey key() {
        try {
            byte[] encoded = pem(read(publicKey), "PUBLIC KEY", publicKey);
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "parameter model_public_key: "
                            + publicKey
                            + " holds another key, wanted one of "
                            + ALGORITHM
                            + ": make a pair with jink sign --new-key",
                    e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "file "
                            + file
                            + " can't be read ("
                            + e.getClass().getSimpleName()
                            + "), wanted the model's signature or the key to check it by: jink sign"
                            + " makes both",
                    e);
        }
    }
}

package dev.jink.launch;

import dev.jink.kernels.model.ModelFile;
import dev.jink.kernels.model.ModelFileException;
import dev.jink.perception.sight.ModelTrust;
import dev.jink.sim.command.CommandLines;
import dev.jink.sim.command.UsageException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.concurrent.Callable;

/** {@code jink sign}: says whose a model is, so that a node flies no other. */
@Command(
        name = "jink sign",
        mixinStandardHelpOptions = true,
        description = {
            "Signs a model file with an Ed25519 key, into MODEL.sig. A node started with",
            "-p model_public_key:=KEY.pub flies only what was signed so.",
            "--new-key makes the pair first: KEY for you alone, KEY.pub for the drones. Keys of",
            "openssl genpkey -algorithm ed25519 do as well."
        })
final class SignCommand implements Callable<Integer> {
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(64, new byte[] {'\n'});

    @Parameters(paramLabel = "MODEL", description = "model file")
    private Path model;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            required = true,
            description = "the private key, PEM")
    private Path key;

    @Option(names = "--new-key", description = "make KEY and KEY.pub first; never over old ones")
    private boolean newKey;

    public static void main(String[] args) {
        System.exit(CommandLines.of(new SignCommand()).execute(args));
    }

    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        String sha256;
        try {
            sha256 = ModelFile.load(model).sha256();
        } catch (ModelFileException e) {
            throw new UsageException(e.getMessage());
        }
        if (newKey) {
            makePair();
        }
        Signature signer = Signature.getInstance(ModelTrust.ALGORITHM);
        signer.initSign(privateKey());
        signer.update(ModelTrust.statement(sha256));
        Path file = model.resolveSibling(model.getFileName() + ModelTrust.SUFFIX);
        Files.writeString(file, Base64.getEncoder().encodeToString(signer.sign()) + "\n");
        System.out.println("signed " + model + ", sha256 " + sha256 + ": " + file);
        return 0;
    }

    private void makePair() throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ModelTrust.ALGORITHM).generateKeyPair();
        try {
            Files.createFile(
                    key,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            Files.writeString(
                    key.resolveSibling(key.getFileName() + ".pub"),
                    pem("PUBLIC KEY", pair.getPublic().getEncoded()),
                    StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(
                    "--new-key: "
                            + e.getFile()
                            + " is there already: sign with it, or name another file");
        } catch (NoSuchFileException e) {
            throw new UsageException(
                    "--key: can't write " + key + ", wanted a file in a folder that exists");
        }
    }

    private PrivateKey privateKey() throws GeneralSecurityException {
        try {
            String text = Files.readString(key, StandardCharsets.ISO_8859_1);
            byte[] encoded = ModelTrust.pem(text, "PRIVATE KEY", key);
            return KeyFactory.getInstance(ModelTrust.ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IOException e) {
            throw new UsageException(
                    "--key: "
                            + key
                            + " can't be read ("
                            + e.getClass().getSimpleName()
                            + "): --new-key makes it");
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        } catch (GeneralSecurityException e) {
            throw new UsageException(
                    "--key: "
                            + key
                            + " holds another key, wanted one of "
                            + ModelTrust.ALGORITHM
                            + ": --new-key makes one");
        }
    }

    private static String pem(String label, byte[] bytes) {
        return "-----BEGIN "
                + label
                + "-----\n"
                + BASE64.encodeToString(bytes)
                + "\n-----END "
                + label
                + "-----\n";
    }
}

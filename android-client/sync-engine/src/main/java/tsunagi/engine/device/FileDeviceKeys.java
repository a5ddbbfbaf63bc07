package tsunagi.engine.device;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Keys in files that only their owner may read, for desks without a key store. */
public final class FileDeviceKeys implements DeviceKeys {
    private final Path directory;

    public FileDeviceKeys(Path directory) {
        this.directory = directory;
    }

    /** Both halves of a pair, encoded. */
    private record Pair(ByteString privateKey, ByteString publicKey) {}

    @Override
    public ByteString publicKey(UUID deviceId) {
        return pair(deviceId).publicKey();
    }

    @Override
    public ByteString sign(UUID deviceId, ByteString content) {
        try {
            PrivateKey key = KeyFactory.getInstance("EC")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(pair(deviceId).privateKey().toByteArray()));
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(content.toByteArray());
            return ByteString.copyFrom(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key in " + file(deviceId) + " cannot sign", e);
        }
    }

    private Pair pair(UUID deviceId) {
        Path file = file(deviceId);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            return new Pair(decoded(lines.get(0)), decoded(lines.get(1)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a key in " + file, e);
        }
    }

    private static ByteString decoded(String base64) {
        return ByteString.copyFrom(Base64.getDecoder().decode(base64));
    }

    private Path file(UUID deviceId) {
        return directory.resolve("device-" + deviceId + ".key");
    }

    private void make(Path file) throws IOException {
        KeyPair pair = newPair();
        String content = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n"
                + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()) + "\n";
        // A temporary file is its owner's alone, and the name appears only once all of it is on disk.
        Path temporary = Files.createTempFile(directory, "device-", ".new");
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }
}

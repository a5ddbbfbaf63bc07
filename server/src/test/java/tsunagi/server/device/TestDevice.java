package tsunagi.server.device;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.UUID;
import tsunagi.record.Ids;
import tsunagi.sync.v1.EnrolRequest;
import tsunagi.sync.v1.IssueTokenRequest;

/** A device with a key pair of its own, as a tablet has. */
public final class TestDevice {
    private final UUID id = UUID.randomUUID();
    private final KeyPair keys;

    public TestDevice() {
        this("secp256r1");
    }

    TestDevice(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public UUID id() {
        return id;
    }

    public ByteString publicKey() {
        return ByteString.copyFrom(keys.getPublic().getEncoded());
    }

    public EnrolRequest enrolRequest(String code) {
        return EnrolRequest.newBuilder()
                .setCode(code)
                .setDeviceId(Ids.toBytes(id))
                .setPublicKey(publicKey())
                .setDeviceName("現場タブレット 1")
                .build();
    }

    public IssueTokenRequest tokenRequest(long signedAtMs) {
        byte[] nonce = new byte[16];
        new SecureRandom().nextBytes(nonce);
        return tokenRequest(signedAtMs, ByteString.copyFrom(nonce));
    }

    IssueTokenRequest tokenRequest(long signedAtMs, ByteString nonce) {
        ByteString content = ByteString.copyFromUtf8("tsunagi-token-v1")
                .concat(Ids.toBytes(id))
                .concat(ByteString.copyFrom(ByteBuffer.allocate(8).putLong(0, signedAtMs)))
                .concat(nonce);
        return IssueTokenRequest.newBuilder()
                .setDeviceId(Ids.toBytes(id))
                .setSignedAtMs(signedAtMs)
                .setNonce(nonce)
                .setSignature(sign(content))
                .build();
    }

    ByteString sign(ByteString content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.toByteArray());
            return ByteString.copyFrom(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

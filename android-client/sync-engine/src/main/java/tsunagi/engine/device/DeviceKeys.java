package tsunagi.engine.device;

import com.google.protobuf.ByteString;
import java.util.UUID;

/** The private keys by which this tablet proves who it is: EC keys on P-256, one for each device id it ever had. */
public interface DeviceKeys {
    /** The public key of a device id, X.509 SubjectPublicKeyInfo; the pair is made and kept when there is none. */
    ByteString publicKey(UUID deviceId);

    /** A signature, SHA256withECDSA. */
    ByteString sign(UUID deviceId, ByteString content);
}

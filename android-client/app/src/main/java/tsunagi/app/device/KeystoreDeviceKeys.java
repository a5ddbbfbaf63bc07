package tsunagi.app.device;

import android.security.keystore.KeyGenParameterSpec;
import android.security.keystore.KeyProperties;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.UUID;
import tsunagi.engine.device.DeviceKeys;

/** Keys in the device's own key store, which signs with them and gives them to nobody. */
public final class KeystoreDeviceKeys implements DeviceKeys {
    private static final String STORE = "AndroidKeyStore";

    @Override
    public ByteString publicKey(UUID deviceId) {
        try {
            KeyStore keys = keys();
            if (!keys.containsAlias(alias(deviceId))) {
                make(alias(deviceId));
            }
            return ByteString.copyFrom(
                    keys.getCertificate(alias(deviceId)).getPublicKey().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the device's key store makes no key", e);
        }
    }

    @Override
    public ByteString sign(UUID deviceId, ByteString content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign((PrivateKey) keys().getKey(alias(deviceId), null));
            signature.update(content.toByteArray());
            return ByteString.copyFrom(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the device's key store does not sign", e);
        }
    }

    private static String alias(UUID deviceId) {
        return "tsunagi-device-" + deviceId;
    }

    private static KeyStore keys() throws GeneralSecurityException {
        try {
            KeyStore keys = KeyStore.getInstance(STORE);
            keys.load(null);
            return keys;
        } catch (IOException e) {
            throw new GeneralSecurityException("the device's key store does not open", e);
        }
    }

    private static void make(String alias) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(KeyProperties.KEY_ALGORITHM_EC, STORE);
        generator.initialize(new KeyGenParameterSpec.Builder(alias, KeyProperties.PURPOSE_SIGN)
                .setAlgorithmParameterSpec(new ECGenParameterSpec("secp256r1"))
                .setDigests(KeyProperties.DIGEST_SHA256)
                .build());
        generator.generateKeyPair();
    }
}

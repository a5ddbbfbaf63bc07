package tsunagi.server.device;

import com.google.protobuf.ByteString;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/** The public key of a device: an EC key on P-256. */
final class DeviceKey {
    private static final ECParameterSpec P256 = p256();

    private final PublicKey key;

    private DeviceKey(PublicKey key) {
        this.key = key;
    }

    /** Reads an X.509 SubjectPublicKeyInfo; empty when it is none or holds another kind of key. */
    static Optional<DeviceKey> parse(ByteString x509) {
        try {
            PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(x509.toByteArray()));
            return key instanceof ECPublicKey ec && isOnP256(ec) ? Optional.of(new DeviceKey(key)) : Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** True when the holder of the private key signed this with SHA256withECDSA. */
    boolean hasSigned(ByteString content, ByteString signature) {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(key);
            verifier.update(content.asReadOnlyByteBuffer());
            return verifier.verify(signature.toByteArray());
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has ECDSA", e);
        }
    }

    private static boolean isOnP256(ECPublicKey key) {
        ECParameterSpec spec = key.getParams();
        return spec.getCurve().equals(P256.getCurve())
                && spec.getGenerator().equals(P256.getGenerator())
                && spec.getOrder().equals(P256.getOrder())
                && satisfiesEquation(key.getW(), P256.getCurve());
    }

    private static boolean satisfiesEquation(ECPoint point, EllipticCurve curve) {
        if (point.equals(ECPoint.POINT_INFINITY)) {
            return false;
        }
        var p = ((java.security.spec.ECFieldFp) curve.getField()).getP();
        var x = point.getAffineX();
        var right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(p);
        return point.getAffineY().pow(2).mod(p).equals(right);
    }

    private static ECParameterSpec p256() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }
}

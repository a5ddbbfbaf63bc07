package tsunagi.server.grpc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import tsunagi.server.device.OwnerOnlyFiles;

/**
 * The certificate by which tablets know this server: self-signed, made at the first start, pinned by its fingerprint.
 *
 * @param pemFile the private key and the certificate
 * @param fingerprint SHA-256 of the certificate, upper-case hexadecimal in pairs parted by colons
 */
public record TlsCertificate(Path pemFile, String fingerprint) {
    // One file for both, so that no crash leaves a key without its certificate.
    private static final String FILE = "tls.pem";
    private static final String CERTIFICATE_BEGINS = "-----BEGIN CERTIFICATE-----";

    /** Reads the certificate that lies in this directory, or makes one there. */
    public static TlsCertificate openOrMake(Path directory, SecureRandom random) throws IOException {
        OwnerOnlyFiles files = new OwnerOnlyFiles(directory);
        String pem = new String(
                files.readOrMake(FILE, () -> SelfSigned.keyAndCertificate(random)), StandardCharsets.US_ASCII);
        Path file = files.path(FILE);
        try {
            return new TlsCertificate(file, fingerprintOf(certificate(pem)));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds no certificate; move it away to have a new one made", e);
        }
    }

    static String fingerprintOf(Certificate certificate) throws GeneralSecurityException {
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(sha256);
    }

    private static Certificate certificate(String pem) throws GeneralSecurityException {
        int begin = Math.max(0, pem.indexOf(CERTIFICATE_BEGINS));
        byte[] bytes = pem.substring(begin).getBytes(StandardCharsets.US_ASCII);
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }
}

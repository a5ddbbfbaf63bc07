package tsunagi.engine.device;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts the one certificate whose fingerprint was handed over with the enrolment code, and no other, whoever signed it.
 * Names and dates in it do not count: tablets reach servers under many names, with clocks that may be off by years.
 */
final class PinnedCertificate extends X509ExtendedTrustManager {
    private final String fingerprint;

    PinnedCertificate(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    SSLSocketFactory socketFactory() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        String presented = fingerprintOf(chain[0]);
        if (!presented.equals(fingerprint)) {
            throw new OtherCertificateException("the server's certificate has the fingerprint " + presented + ", not "
                    + fingerprint + ": another server, or somebody in between");
        }
    }

    static String fingerprintOf(X509Certificate certificate) throws CertificateException {
        try {
            StringBuilder text = new StringBuilder();
            for (byte b : MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())) {
                text.append(text.length() == 0 ? "" : ":").append(String.format("%02X", b));
            }
            return text.toString();
        } catch (GeneralSecurityException e) {
            throw new CertificateException("the certificate has no fingerprint", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("a tablet is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("a tablet is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("a tablet is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}

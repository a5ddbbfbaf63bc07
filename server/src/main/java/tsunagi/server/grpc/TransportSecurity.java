package tsunagi.server.grpc;

import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** How what goes over the line is kept from others: TLS always, but for a loopback address that asked to go without. */
public final class TransportSecurity {
    private static final int PROOF_TIMEOUT_MS = 5_000;

    private final Optional<TlsCertificate> certificate;

    private TransportSecurity(Optional<TlsCertificate> certificate) {
        this.certificate = certificate;
    }

    /**
     * What holds for a server on this address.
     *
     * @throws IllegalArgumentException when plaintext is asked for where others can listen, with what to do
     */
    public static TransportSecurity of(String address, boolean isPlaintext, TlsCertificate certificate) {
        if (!isPlaintext) {
            return new TransportSecurity(Optional.of(certificate));
        }
        if (!isLoopback(address)) {
            throw new IllegalArgumentException("Without TLS everybody on the way can read along, so the server refuses"
                    + " to start on " + address + ". Take grpc.plaintext=true (TSUNAGI_GRPC_PLAINTEXT) out,"
                    + " or bind to this machine alone with grpc.address=127.0.0.1.");
        }
        return new TransportSecurity(Optional.empty());
    }

    void applyTo(NettyServerBuilder builder) {
        if (certificate.isPresent()) {
            // Read by Java when TLS is first used. A session that only the server remembers is named in 32 bytes; one
            // that
            // is sealed into the tablet's ticket costs a thin line half a kilobyte each way at every dial.
            System.setProperty("jdk.tls.server.enableSessionTicketExtension", "false");
            var pem = certificate.get().pemFile().toFile();
            try {
                builder.sslContext(GrpcSslContexts.forServer(pem, pem).build());
            } catch (IOException e) {
                throw new IllegalStateException("the certificate in " + pem + " cannot be used", e);
            }
        }
    }

    /**
     * Proves by a handshake with the running server that it speaks TLS under this certificate.
     *
     * @throws IOException when it does not: then nothing may be served
     */
    public void prove(InetSocketAddress listening) throws IOException {
        if (certificate.isEmpty()) {
            return;
        }
        InetAddress address =
                listening.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : listening.getAddress();
        try (SSLSocket socket = (SSLSocket) pinning().getSocketFactory().createSocket()) {
            socket.connect(new InetSocketAddress(address, listening.getPort()), PROOF_TIMEOUT_MS);
            socket.setSoTimeout(PROOF_TIMEOUT_MS);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            requireOurs(socket.getSession().getPeerCertificates()[0]);
        }
    }

    private void requireOurs(Certificate shown) throws IOException {
        try {
            String fingerprint = TlsCertificate.fingerprintOf(shown);
            if (!fingerprint.equals(certificate.orElseThrow().fingerprint())) {
                throw new IOException("the server shows another certificate: " + fingerprint);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static SSLContext pinning() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustForFingerprint()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

package tsunagi.engine.device;

import io.grpc.Status;
import java.security.cert.CertificateException;

/** A server showed another certificate than the one this tablet was told to trust. */
final class OtherCertificateException extends CertificateException {
    private static final long serialVersionUID = 1L;

    OtherCertificateException(String message) {
        super(message);
    }

    /** True when this is why a call did not come about. */
    static boolean isBehind(Status status) {
        for (Throwable cause = status.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof OtherCertificateException) {
                return true;
            }
        }
        return false;
    }
}

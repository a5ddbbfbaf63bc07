package tsunagi.app.scan;

import com.google.zxing.BarcodeFormat;
import java.util.EnumSet;
import java.util.Set;
import tsunagi.app.R;
import tsunagi.enrolment.Invitation;

/** What is looked for with the camera. */
public enum Wanted {
    /** The QR code of an invitation to a server. */
    INVITATION(R.string.enrol_scan, R.string.scan_hint),
    /** Whatever code is on a thing. */
    ANY_CODE(R.string.scan_any, R.string.scan_any_hint);

    final int title;
    final int hint;

    Wanted(int title, int hint) {
        this.title = title;
        this.hint = hint;
    }

    Set<BarcodeFormat> kinds() {
        return this == INVITATION ? EnumSet.of(BarcodeFormat.QR_CODE) : EnumSet.allOf(BarcodeFormat.class);
    }

    boolean isFoundIn(String text) {
        return this == ANY_CODE || Invitation.parse(text).isPresent();
    }
}

package tsunagi.app.questionnaire;

import android.content.Context;
import tsunagi.app.R;
import tsunagi.questionnaires.SheetItem.Asked;

/** A barcode or QR code, read with the camera or typed from below the bars. */
final class BarcodeQuestion extends TextQuestion {
    BarcodeQuestion(Context context, Asked asked, Answering answering) {
        super(context, asked, answering);
        below(context.getString(R.string.fill_barcode_typed));
        answering
                .instruments()
                .ifPresent(found -> picker(R.string.fill_barcode_scan, R.drawable.ic_scan, view -> {
                    field().clearFocus();
                    found.scan(path());
                }));
    }
}

package tsunagi.app.questionnaire;

import android.content.Context;
import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.ImageView;
import com.google.protobuf.ByteString;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.records.v1.Answer;

/** A signature or drawing by finger; each stroke is kept. */
final class SignatureQuestion extends QuestionView {
    private final SignaturePad pad;
    private final ImageView kept;
    private final View again;

    SignatureQuestion(Context context, Asked asked, Answering answering) {
        super(context, asked, answering);
        LayoutInflater.from(context).inflate(R.layout.fill_signature, body(), true);
        kept = findViewById(R.id.signature_kept);
        pad = findViewById(R.id.signature_pad);
        pad.onStroke(() -> answering.attach(path(), pad.png(), "image/png"));
        again = findViewById(R.id.signature_again);
        again.setOnClickListener(view -> {
            pad.wipe();
            answering.clear(path());
        });
    }

    @Override
    void showAnswer(Optional<Answer> answer) {
        again.setVisibility(answer.isPresent() ? VISIBLE : GONE);
        findViewById(R.id.signature_invite).setVisibility(answer.isPresent() ? GONE : VISIBLE);
    }

    /** What was signed before is shown as it is, and signed anew as a whole. */
    @Override
    void showFile(Optional<ByteString> content) {
        boolean isFromBefore = content.isPresent() && pad.isBlank();
        kept.setVisibility(isFromBefore ? VISIBLE : GONE);
        pad.setVisibility(isFromBefore ? GONE : VISIBLE);
        if (isFromBefore) {
            byte[] png = content.get().toByteArray();
            Bitmap picture = BitmapFactory.decodeByteArray(png, 0, png.length);
            kept.setImageBitmap(picture);
        }
    }

    @Override
    boolean isCleared() {
        return false;
    }
}

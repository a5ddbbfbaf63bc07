package tsunagi.app.questionnaire;

import android.content.Context;
import android.graphics.BitmapFactory;
import android.view.LayoutInflater;
import android.widget.Button;
import android.widget.ImageView;
import android.widget.TextView;
import com.google.protobuf.ByteString;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.records.v1.Answer;

/** A photo, taken with the camera. */
final class PhotoQuestion extends QuestionView {
    private final Button take;
    private final ImageView picture;

    PhotoQuestion(Context context, Asked asked, Answering answering) {
        super(context, asked, answering);
        LayoutInflater.from(context).inflate(R.layout.fill_photo, body(), true);
        picture = findViewById(R.id.photo_picture);
        take = findViewById(R.id.photo_take);
        take.setEnabled(answering.hasCamera());
        take.setOnClickListener(view -> answering.photograph(path()));
        TextView none = findViewById(R.id.photo_no_camera);
        none.setVisibility(answering.hasCamera() ? GONE : VISIBLE);
    }

    @Override
    void showAnswer(Optional<Answer> answer) {
        take.setText(answer.isPresent() ? R.string.fill_photo_again : R.string.fill_photo_take);
    }

    @Override
    void showFile(Optional<ByteString> content) {
        picture.setVisibility(content.isPresent() ? VISIBLE : GONE);
        content.ifPresent(jpeg -> {
            byte[] bytes = jpeg.toByteArray();
            picture.setImageBitmap(BitmapFactory.decodeByteArray(bytes, 0, bytes.length));
        });
    }
}

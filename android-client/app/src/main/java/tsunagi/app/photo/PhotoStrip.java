package tsunagi.app.photo;

import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.ImageView;
import android.widget.TextView;
import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tsunagi.app.R;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.engine.attachment.Files;
import tsunagi.engine.attachment.Whereabouts;

/** The photos of a record side by side, each with where it is. */
public final class PhotoStrip {
    static final int THUMBNAIL_PIXELS = 400;

    private final ScreenActivity<?> screen;
    private final ViewGroup row;
    private final Consumer<PhotoShown> tapped;
    private List<PhotoShown> shown = Collections.emptyList();

    public PhotoStrip(ScreenActivity<?> screen, ViewGroup row, Consumer<PhotoShown> tapped) {
        this.screen = screen;
        this.row = row;
        this.tapped = tapped;
    }

    public void show(Files files, List<PhotoShown> photos) {
        if (photos.equals(shown)) {
            return;
        }
        shown = photos;
        row.removeAllViews();
        for (PhotoShown photo : photos) {
            row.addView(card(files, photo));
        }
        row.setVisibility(photos.isEmpty() ? View.GONE : View.VISIBLE);
    }

    private View card(Files files, PhotoShown photo) {
        View card = LayoutInflater.from(row.getContext()).inflate(R.layout.photo_card, row, false);
        TextView where = card.findViewById(R.id.photo_where);
        where.setText(words(photo.whereabouts()));
        TextView caption = card.findViewById(R.id.photo_caption);
        String text = photo.attachment().getCaption();
        caption.setText(text);
        caption.setVisibility(text.isEmpty() ? View.GONE : View.VISIBLE);
        card.setContentDescription(row.getContext().getString(R.string.photo_description, text, where.getText()));
        card.setOnClickListener(view -> tapped.accept(photo));
        if (photo.isHere()) {
            ImageView picture = card.findViewById(R.id.photo_picture);
            screen.doing(
                    () -> picture(files, photo, THUMBNAIL_PIXELS),
                    found -> found.ifPresent(bitmap -> {
                        picture.setScaleType(ImageView.ScaleType.CENTER_CROP);
                        picture.setImageTintList(null);
                        picture.setImageBitmap(bitmap);
                    }));
        }
        return card;
    }

    static int words(Whereabouts whereabouts) {
        return switch (whereabouts) {
            case HERE_ON_ITS_WAY -> R.string.photo_waiting;
            case HERE_REFUSED -> R.string.photo_refused;
            case HERE -> R.string.photo_here;
            case AWAY -> R.string.photo_away;
            case ON_ITS_WAY -> R.string.photo_on_its_way;
        };
    }

    /** The picture, no larger than need be; beside the main thread. */
    static Optional<Bitmap> picture(Files files, PhotoShown photo, int pixels) {
        return files.read(photo.teamId(), photo.attachment().getSha256()).map(bytes -> decode(bytes, pixels));
    }

    private static Bitmap decode(ByteString bytes, int pixels) {
        byte[] jpeg = bytes.toByteArray();
        BitmapFactory.Options options = new BitmapFactory.Options();
        options.inJustDecodeBounds = true;
        BitmapFactory.decodeByteArray(jpeg, 0, jpeg.length, options);
        int longest = Math.max(options.outWidth, options.outHeight);
        options.inJustDecodeBounds = false;
        options.inSampleSize = Math.max(1, Integer.highestOneBit(longest / pixels));
        return BitmapFactory.decodeByteArray(jpeg, 0, jpeg.length, options);
    }
}

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Writes pictures of screens anew with the 256 colours they use most: a third of the size, and nobody sees it. */
public final class SmallPng {
    private static final int COLOURS = 256;

    private SmallPng() {}

    /** Arguments: the directory to read, the directory to write. */
    public static void main(String[] arguments) throws IOException {
        for (File picture : new File(arguments[0]).listFiles((directory, name) -> name.endsWith(".png"))) {
            ImageIO.write(small(ImageIO.read(picture)), "png", new File(arguments[1], picture.getName()));
        }
    }

    private static BufferedImage small(BufferedImage picture) {
        Map<Integer, Integer> uses = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                uses.merge(picture.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
            }
        }
        List<Integer> palette = new ArrayList<>(uses.keySet());
        palette.sort(Comparator.comparing(uses::get).reversed());
        int size = Math.min(COLOURS, palette.size());
        int[] colours = palette.subList(0, size).stream().mapToInt(colour -> colour).toArray();
        Map<Integer, Integer> places = new HashMap<>();
        BufferedImage small = new BufferedImage(
                picture.getWidth(),
                picture.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, size, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE));
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int place = places.computeIfAbsent(picture.getRGB(x, y) & 0xFFFFFF, colour -> nearest(colours, colour));
                small.getRaster().setSample(x, y, 0, place);
            }
        }
        return small;
    }

    private static int nearest(int[] colours, int wanted) {
        int nearest = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length && least > 0; i++) {
            int red = (colours[i] >> 16 & 0xFF) - (wanted >> 16 & 0xFF);
            int green = (colours[i] >> 8 & 0xFF) - (wanted >> 8 & 0xFF);
            int blue = (colours[i] & 0xFF) - (wanted & 0xFF);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }
}

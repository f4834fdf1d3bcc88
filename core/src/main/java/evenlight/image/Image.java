package evenlight.image;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A picture: planar samples in [0,1], one plane per channel, rows from top to bottom.
 *
 * <p>Samples are kept as they came: unsigned 8-bit or 16-bit integers, which stand for v/255 and
 * v/65535, or floats. That takes 1, 2 or 4 bytes a sample and makes no other difference; who has no
 * need of whole planes reads rows, which copies no more than that.
 *
 * <p>Sample (y, x) of a plane lies at {@code y * width + x}. An image is a value: whoever hands
 * planes over, or receives them from {@link #plane}, must not write to them.
 */
public final class Image {
  private static final int HASHED_SAMPLES = 64;

  private final int height;
  private final int width;
  private final List<Channel> channels;

  private Image(int height, int width, Stream<Channel> channels) {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "an image must be at least 1×1, but is " + height + "×" + width);
    }
    this.height = height;
    this.width = width;
    this.channels = channels.toList();
    if (this.channels.isEmpty()) {
      throw new IllegalArgumentException("an image must have at least one channel, but has none");
    }
    requireLengths(Math.multiplyExact(height, width));
  }

  private void requireLengths(int samples) {
    for (int c = 0; c < channels.size(); c++) {
      if (channels.get(c).length() != samples) {
        throw new IllegalArgumentException(
            "every plane of a %s image must hold %d samples, but plane %d holds %d"
                .formatted(size(), samples, c, channels.get(c).length()));
      }
    }
  }

  /**
   * An image of one plane of floats per channel.
   *
   * @param height rows, at least 1
   * @param width columns, at least 1
   * @param planes one array of {@code height * width} samples per channel; not copied
   * @throws IllegalArgumentException if a size is not positive or a plane has another length
   */
  public static Image of(int height, int width, float[]... planes) {
    return new Image(height, width, Arrays.stream(planes).map(ChannelFloat::new));
  }

  /**
   * An image of one plane of 8-bit samples per channel.
   *
   * @param height rows, at least 1
   * @param width columns, at least 1
   * @param planes one array of {@code height * width} unsigned bytes per channel, which stand for
   *     v/255; not copied
   * @throws IllegalArgumentException if a size is not positive or a plane has another length
   */
  public static Image ofBytes(int height, int width, byte[]... planes) {
    return new Image(height, width, Arrays.stream(planes).map(Channel8::new));
  }

  /** An image of the same samples, in planes that it shares with the given one. */
  public static Image of(Image8 picture) {
    byte[][] planes = new byte[picture.channels()][];
    for (int c = 0; c < planes.length; c++) {
      planes[c] = picture.plane(c);
    }
    return ofBytes(picture.height(), picture.width(), planes);
  }

  /**
   * An image of one plane of 16-bit samples per channel.
   *
   * @param height rows, at least 1
   * @param width columns, at least 1
   * @param planes one array of {@code height * width} unsigned shorts per channel, which stand for
   *     v/65535; not copied
   * @throws IllegalArgumentException if a size is not positive or a plane has another length
   */
  public static Image ofShorts(int height, int width, short[]... planes) {
    return new Image(height, width, Arrays.stream(planes).map(Channel16::new));
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Number of planes: 1 for luminance, 3 for colour. */
  public int channels() {
    return channels.size();
  }

  /** Pixels of one plane. */
  public int pixels() {
    return height * width;
  }

  /**
   * The samples of one channel as floats, row by row; not to be written to.
   *
   * <p>An image of floats shares its array; of integers, a new array is made at every call.
   */
  public float[] plane(int channel) {
    return channels.get(channel).floats();
  }

  /**
   * One row of a channel in double precision: integers are divided by 255.0 or 65535.0, floats are
   * widened.
   *
   * @param samples takes the row in its first {@link #width} places
   */
  public void row(int channel, int y, double[] samples) {
    channels.get(channel).fetch(y * width, width, samples);
  }

  /**
   * One row of a channel, the same floats as those of {@link #plane}.
   *
   * @param samples takes the row in its first {@link #width} places
   */
  public void row(int channel, int y, float[] samples) {
    channels.get(channel).fetch(y * width, width, samples);
  }

  /**
   * One row of a channel in 8 bits: samples are clamped to [0,1] and rounded half up.
   *
   * @param samples takes the row, as unsigned bytes, in its first {@link #width} places
   * @throws IllegalArgumentException if a sample is NaN
   */
  public void row(int channel, int y, byte[] samples) {
    channels.get(channel).fetch(y * width, width, samples);
  }

  /**
   * One row of a channel in 16 bits: samples are clamped to [0,1] and rounded half up.
   *
   * @param samples takes the row, as unsigned shorts, in its first {@link #width} places
   * @throws IllegalArgumentException if a sample is NaN
   */
  public void row(int channel, int y, short[] samples) {
    channels.get(channel).fetch(y * width, width, samples);
  }

  /** A channel in 8 bits, rounded as in rows: a new array, or that of an image of 8 bits. */
  byte[] bytes(int channel) {
    if (channels.get(channel) instanceof Channel8 stored) {
      return stored.bytes();
    }
    byte[] samples = new byte[pixels()];
    channels.get(channel).fetch(0, samples.length, samples);
    return samples;
  }

  /** One sample as a float. */
  public float at(int channel, int y, int x) {
    return channels.get(channel).at(y * width + x);
  }

  /** Whether both have the same height and width. */
  public boolean sameSizeAs(Image other) {
    return height == other.height && width == other.width;
  }

  /** The size as people write it in messages: height × width. */
  public String size() {
    return height + "×" + width;
  }

  /** Whether size, channels and every sample as a float are the same, however they are stored. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Image image && sameSizeAs(image) && sameChannels(image.channels));
  }

  private boolean sameChannels(List<Channel> others) {
    return channels.size() == others.size()
        && IntStream.range(0, others.size()).allMatch(c -> channels.get(c).sameAs(others.get(c)));
  }

  /** Of a few samples, spread over the image. */
  @Override
  public int hashCode() {
    int hash = 31 * width + channels.size();
    int step = Math.max(1, pixels() / HASHED_SAMPLES);
    for (Channel channel : channels) {
      for (int i = 0; i < pixels(); i += step) {
        hash = 31 * hash + Float.hashCode(channel.at(i));
      }
    }
    return hash;
  }

  @Override
  public String toString() {
    return "Image[" + size() + ", " + channels() + " channels]";
  }
}

package evenlight.metric;

import evenlight.image.Image8;

/** Which samples of a picture a metric takes. */
public enum Samples {
  /** One plane, see {@link Image8#grey}. */
  GREY("grey"),
  /** Every channel as it is stored. */
  CHANNELS("RGB");

  private final String words;

  Samples(String words) {
    this.words = words;
  }

  /** The picture that holds only these samples. */
  Image8 of(Image8 image) {
    return this == GREY ? image.grey() : image;
  }

  /** For a card's colour. */
  String colour() {
    return this == GREY ? Wording.GREY : "every channel of RGB as stored, all weighing the same";
  }

  /** Beside a number. */
  String words() {
    return words;
  }
}
